using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Registration.Events;

/// <summary>One edition of an event: its texts, times, ticket types, quotas and questions. Stream: event-{id}.</summary>
public sealed record Event
{
    public static Decider<EventCommand, Event, EventEvent> Decider { get; } = new("event", new Event(), Decide, Evolve);

    public bool Planned { get; init; }

    public Guid OrganisationId { get; init; }

    public string Slug { get; init; } = "";

    public EventTexts Texts { get; init; } = EventTexts.Empty;

    public EventTimes Times { get; init; } = new(default, default, null, "Europe/Berlin");

    public SignUpRules Rules { get; init; } = SignUpRules.Usual;

    public bool Published { get; init; }

    public ImmutableArray<string> Gates { get; init; } = ["Eingang"];

    public ImmutableArray<Quota> Quotas { get; init; } = [];

    public ImmutableArray<TicketType> TicketTypes { get; init; } = [];

    /// <summary>No longer on offer, but somebody may hold a ticket of it.</summary>
    public ImmutableArray<TicketType> FormerTicketTypes { get; init; } = [];

    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>No longer asked, but somebody may have answered it.</summary>
    public ImmutableArray<Question> FormerQuestions { get; init; } = [];

    public ImmutableArray<ProgrammeItem> Programme { get; init; } = [];

    /// <summary>What is still missing before the event can be published.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Texts.Name.De.Length == 0 || Texts.Name.En.Length == 0 ? (string[])["name"] : [],
        .. Texts.Place.Length == 0 ? (string[])["place"] : [],
        .. TicketTypes.IsEmpty ? (string[])["ticket-types"] : [],
    ];

    private static Decision<EventEvent> Nothing => Decision<EventEvent>.Nothing;

    public static string Stream(Guid id) => $"event-{id}";

    /// <summary>A type that is on offer.</summary>
    public TicketType? TicketType(Guid id) => TicketTypes.FirstOrDefault(type => type.Id == id);

    /// <summary>A type that is or once was on offer: for lists and badges.</summary>
    public TicketType? AnyTicketType(Guid id) => TicketType(id) ?? FormerTicketTypes.LastOrDefault(type => type.Id == id);

    public static Decision<EventEvent> Decide(EventCommand command, Event e) => (command, e) switch
    {
        (PlanEvent c, { Planned: false }) => EventRules.Plan(c, e),
        (PlanEvent c, _) => c.OrganisationId == e.OrganisationId && c.Slug == e.Slug ? Nothing : new EventPlannedAlready(),
        (_, { Planned: false }) => new EventNotFound(),
        (DescribeEvent c, _) => c.Texts == e.Texts ? Nothing : new EventDescribed(c.Texts),
        (ScheduleEvent c, _) when c.Times.EndsAt <= c.Times.StartsAt => new EndsBeforeItStarts(),
        (ScheduleEvent c, _) => c.Times == e.Times ? Nothing : new EventScheduled(c.Times),
        (SetSignUpRules c, _) when c.Rules.ClosesAt <= c.Rules.OpensAt => new SignUpClosesBeforeItOpens(),
        (SetSignUpRules c, _) => c.Rules == e.Rules ? Nothing : new SignUpRulesSet(c.Rules),
        (SetGates { Gates.Count: 0 }, _) => new NoGate(),
        (SetGates c, _) => c.Gates.SequenceEqual(e.Gates) ? Nothing : new GatesSet(c.Gates),
        (OpenQuota c, _) => EventRules.Open(c.Quota, e),
        (RenameQuota c, _) => EventRules.Rename(c, e),
        (CloseQuota c, _) => EventRules.Close(c.PoolId, e),
        (OfferTicketType c, _) => EventRules.Offer(c.Type, e),
        (WithdrawTicketType c, _) => e.TicketType(c.TicketTypeId) is null ? Nothing : new TicketTypeWithdrawn(c.TicketTypeId),
        (AskQuestion c, _) => EventRules.Ask(c.Question, e),
        (DropQuestion c, _) => e.Questions.All(q => q.Id != c.QuestionId) ? Nothing : new QuestionDropped(c.QuestionId),
        (SetProgrammeItem c, _) when c.Item.EndsAt <= c.Item.StartsAt => new EndsBeforeItStarts(),
        (SetProgrammeItem c, _) => e.Programme.Any(i => i == c.Item) ? Nothing : new ProgrammeItemSet(c.Item),
        (DropProgrammeItem c, _) => e.Programme.All(i => i.Id != c.ItemId) ? Nothing : new ProgrammeItemDropped(c.ItemId),
        (PublishEvent, { Published: true }) or (WithdrawEvent, { Published: false }) => Nothing,
        (PublishEvent, { Missing.Count: > 0 }) => new EventIncomplete(string.Join(", ", e.Missing)),
        (PublishEvent, _) => new EventPublished(),
        (WithdrawEvent, _) => new EventWithdrawn(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Event Evolve(Event e, EventEvent happened) => happened switch
    {
        EventPlanned p => e with { Planned = true, OrganisationId = p.OrganisationId, Slug = p.Slug, Texts = p.Texts, Times = p.Times },
        EventDescribed d => e with { Texts = d.Texts },
        EventScheduled s => e with { Times = s.Times },
        SignUpRulesSet s => e with { Rules = s.Rules },
        GatesSet g => e with { Gates = [.. g.Gates] },
        QuotaOpened q => e with { Quotas = Put(e.Quotas, q.Quota, quota => quota.PoolId) },
        QuotaRenamed q => e with { Quotas = Put(e.Quotas, new(q.PoolId, q.Name), quota => quota.PoolId) },
        QuotaClosed q => e with { Quotas = e.Quotas.RemoveAll(quota => quota.PoolId == q.PoolId) },
        TicketTypeOffered t => e with { TicketTypes = Put(e.TicketTypes, t.Type, type => type.Id) },
        TicketTypeWithdrawn t => e with
        {
            TicketTypes = e.TicketTypes.RemoveAll(type => type.Id == t.TicketTypeId),
            FormerTicketTypes = e.FormerTicketTypes.AddRange(e.TicketTypes.Where(type => type.Id == t.TicketTypeId)),
        },
        QuestionAsked q => e with { Questions = Put(e.Questions, q.Question, question => question.Id) },
        QuestionDropped q => e with
        {
            Questions = e.Questions.RemoveAll(question => question.Id == q.QuestionId),
            FormerQuestions = e.FormerQuestions.AddRange(e.Questions.Where(question => question.Id == q.QuestionId)),
        },
        ProgrammeItemSet i => e with { Programme = [.. Put(e.Programme, i.Item, item => item.Id).OrderBy(item => item.StartsAt)] },
        ProgrammeItemDropped i => e with { Programme = e.Programme.RemoveAll(item => item.Id == i.ItemId) },
        EventPublished => e with { Published = true },
        EventWithdrawn => e with { Published = false },
        _ => e,
    };

    private static ImmutableArray<T> Put<T>(ImmutableArray<T> items, T item, Func<T, Guid> id)
    {
        var index = items.ToList().FindIndex(known => id(known) == id(item));
        return index < 0 ? items.Add(item) : items.SetItem(index, item);
    }
}
