using System.Text.Json.Serialization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Proposing;
using EventOps.Barcamp.Reading;
using EventOps.Contracts;

namespace EventOps.Barcamp.Api;

/// <summary>The board as programs get it: names of hosts as on the page, no ids of people.</summary>
public sealed record BoardAnswer(
    string Event, LocalizedText Title, string TimeZone, long Version, IReadOnlyList<BoardAnswer.RoomPart> Rooms,
    IReadOnlyList<BoardAnswer.SlotPart> Slots, IReadOnlyList<BoardAnswer.SessionPart> Sessions)
{
    public sealed record RoomPart(Guid Id, string Name, int Capacity, IReadOnlyList<string> Features);

    /// <summary>Times are local to the event's zone.</summary>
    public sealed record SlotPart(Guid Id, DateTime StartsAt, DateTime EndsAt, LocalizedText? Break, bool Locked);

    /// <summary><paramref name="State"/>: parked, placed, cancelled, noShow. <paramref name="Stars"/>: null while votes are blind.</summary>
    public sealed record SessionPart(
        Guid Id, Guid ProposalId, string Title, string Summary, string Language, IReadOnlyList<string> Tags,
        IReadOnlyList<string> Hosts, Guid? RoomId, Guid? SlotId, SessionState State, int Slots, Guid? RepeatOf, int? Stars);

    public static BoardAnswer Of(Plan plan) => new(
        plan.Slug, plan.Title, plan.TimeZone, plan.Version,
        [.. plan.Rooms.Select(room => new RoomPart(room.Id, room.Name, room.Capacity, room.Features))],
        [.. plan.Slots.Select(slot => new SlotPart(slot.Id, slot.StartsAt, slot.EndsAt, slot.Break, plan.LockedSlots.Contains(slot.Id)))],
        [.. plan.Sessions.Select(session => new SessionPart(
            session.Id, session.ProposalId, session.Title, session.Summary, session.Language, session.Tags,
            [.. session.Hosts.Select(host => host.Name).Where(name => name.Length > 0)], session.Cell?.RoomId, session.Cell?.SlotId,
            session.State, session.Wishes.Slots, session.RepeatOf, session.Stars))]);
}

/// <summary>The open proposals as programs get them.</summary>
public sealed record ProposalsAnswer(IReadOnlyList<ProposalsAnswer.Part> Proposals)
{
    public sealed record Part(
        Guid Id, string Title, string Summary, string Language, IReadOnlyList<string> Tags, IReadOnlyList<string> Hosts,
        DateTimeOffset? SubmittedAt, int? Stars);

    public static Part Of(Idea idea, int? stars) => new(
        idea.Id, idea.Title, idea.Summary, idea.Language, idea.Tags,
        [.. idea.Hosts.Select(host => host.Name).Where(name => name.Length > 0)], idea.SubmittedAt, stars);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(ProposalsAnswer))]
[JsonSerializable(typeof(ProposalsAnswer.Part))]
public sealed partial class BoardJson : JsonSerializerContext;
