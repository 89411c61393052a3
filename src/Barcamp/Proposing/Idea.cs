using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.Proposing;

/// <summary>One proposal with its words, as lists and pages show it.</summary>
/// <param name="Id">Its place in URLs.</param>
/// <param name="State">draft, submitted or withdrawn.</param>
/// <param name="Hidden">By the moderators.</param>
/// <param name="IntoId">The proposal that it became part of.</param>
/// <param name="Offers">The proposals that it asks to become part of.</param>
/// <param name="SubmittedAt">When everybody could first read it.</param>
/// <param name="Title">As its host wrote it.</param>
/// <param name="Summary">May be empty.</param>
/// <param name="Language">Two letters.</param>
/// <param name="Tags">Lower case.</param>
/// <param name="Hosts">Those of proposals that became part of it included.</param>
public sealed record Idea(
    Guid Id, string State, bool Hidden, Guid? IntoId, IReadOnlyList<Guid> Offers, DateTimeOffset? SubmittedAt,
    string Title, string Summary, string Language, IReadOnlyList<string> Tags, IReadOnlyList<PlannedHost> Hosts)
{
    /// <summary>Everybody may read and star it.</summary>
    public bool IsOpen => State == "submitted" && !Hidden && IntoId is null;

    public string HostNames => string.Join(", ", Hosts.Select(host => host.Name).Where(name => name.Length > 0));

    public bool IsOf(Guid? participant) => participant is { } id && Hosts.Any(host => host.ParticipantId == id);

    /// <summary>Open ones for all; drafts, withdrawn and hidden ones for their hosts and for moderators.</summary>
    public bool MaySee(AtBarcamp at) => (State == "submitted" && !Hidden) || at.Moderates || IsOf(at.Who?.TicketId);
}
