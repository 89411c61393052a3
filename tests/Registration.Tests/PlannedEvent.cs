using System.Globalization;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using SignedUpAs = EventOps.Registration.Registrations.Registration;

namespace EventOps.Registration.Tests;

/// <summary>An event in a test's database, with one pool and one or several ticket types that share it.</summary>
public sealed record PlannedEvent(Guid Id, string Slug, Guid PoolId, IReadOnlyList<TicketType> Types)
{
    public TicketType Type => Types[0];

    /// <summary>Plans and publishes; the day is three weeks after the host's clock.</summary>
    public static async Task<PlannedEvent> In(
        RegistrationHost host, int capacity = 100, SignUpRules? rules = null, bool publish = true, Guid? organisation = null,
        IReadOnlyList<Question>? questions = null, IReadOnlyList<string>? gates = null, params IReadOnlyList<string> types)
    {
        var (id, pool) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var slug = $"event-{id.ToString()[^12..]}";
        var names = types.Count == 0 ? ["Stadt"] : types;
        var offered = names.Select((name, i) => new TicketType(
            Guid.CreateVersion7(), i + 1, new(name, $"{name} (en)"), LocalizedText.Empty, i % 6 + 1, [pool])).ToList();
        var day = new DateTimeOffset(host.Clock.Now.UtcDateTime.Date.AddDays(21), TimeSpan.Zero);
        var parts = EventParts.None with
        {
            Rules = rules ?? SignUpRules.Usual,
            Gates = gates ?? ["Nord", "Süd"],
            Quotas = [new(pool, "Saal")],
            TicketTypes = offered,
            Questions = questions ?? [],
            Publish = publish,
        };
        var texts = EventTexts.Empty with { Name = new("Open Government Tag", "Open Government Day"), Place = "Altes Rathaus" };
        var plan = new EventPlan(
            id, organisation ?? RegistrationHost.City, slug, texts, new(day.AddHours(8), day.AddHours(16), null, "Europe/Berlin"),
            parts, new Dictionary<Guid, int> { [pool] = capacity });
        var outcome = await EventPlan.Commit(host.Store, EventPlan.Work(plan, Metadata.None), default);
        Assert.Null(outcome.Refusal);
        return new(id, slug, pool, offered);
    }

    /// <summary>Signs one person up, with all that a sign-up stores.</summary>
    public async Task<Guid> SignUp(
        RegistrationHost host, string given = "Paulina", string family = "Oberhuber", string organisation = "Universität Passau",
        TicketType? type = null, string answers = "{}", Guid? registration = null, DateTimeOffset? confirmBy = null)
    {
        var (attendee, sign) = (Guid.CreateVersion7(host.Clock.Now), registration ?? Guid.CreateVersion7(host.Clock.Now));
        var wanted = type ?? Type;
        var work = new Work()
            .On(Pool.Stream(PoolId), Pool.Decider, new TakePlaces([attendee], confirmBy))
            .Start(SignedUpAs.Stream(sign), SignedUpAs.Decider,
                new SignUp(Id, wanted.Id, [PoolId], [attendee], "de", confirmBy))
            .Start(Attendee.Stream(attendee), Attendee.Decider, new Register(Id, sign, wanted.Id, confirmBy is null))
            .Then(commit => commit.Write(new PersonalRow(
                attendee, Id, given, family, $"{given}.{family}@example.org".ToLower(CultureInfo.InvariantCulture), organisation,
                answers)));
        var outcome = await host.Store.Handle(work);
        Assert.Null(outcome.Refusal);
        return attendee;
    }
}
