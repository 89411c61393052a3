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

    public ImmutableArray<Question> Questions { get; init; } = [];

    public ImmutableArray<ProgrammeItem> Programme { get; init; } = [];

    /// <summary>What is still missing before the event can be published.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Texts.Name.De.Length == 0 || Texts.Name.En.Length == 0 ? (string[])["name"] : [],
        .. Texts.Place.Length == 0 ? (string[])["place"] : [],
        .. TicketTypes.IsEmpty ? (string[])["ticket-types"] : [],
    ];

    public static string Stream(Guid id) => $"event-{id}";

    public TicketType? TicketType(Guid id) => TicketTypes.FirstOrDefault(type => type.Id == id);

    public static Decision<EventEvent> Decide(EventCommand command, Event e) => (command, e) switch
    {
        (PlanEvent c, { Planned: false }) => new EventPlanned(c.OrganisationId, c.Slug, c.Texts, c.Times),
        (PlanEvent, _) => Decision<EventEvent>.Nothing,
        (_, { Planned: false }) => new EventNotFound(),
        (DescribeEvent c, _) => c.Texts == e.Texts ? Decision<EventEvent>.Nothing : new EventDescribed(c.Texts),
        (ScheduleEvent c, _) when c.Times.EndsAt <= c.Times.StartsAt => new EndsBeforeItStarts(),
        (ScheduleEvent c, _) => c.Times == e.Times ? Decision<EventEvent>.Nothing : new EventScheduled(c.Times),
        (SetSignUpRules c, _) => c.Rules == e.Rules ? Decision<EventEvent>.Nothing : new SignUpRulesSet(c.Rules),
        (SetGates c, _) => c.Gates.SequenceEqual(e.Gates) ? Decision<EventEvent>.Nothing : new GatesSet(c.Gates),
        (OpenQuota c, _) => e.Quotas.Any(q => q.PoolId == c.Quota.PoolId) ? Decision<EventEvent>.Nothing : new QuotaOpened(c.Quota),
        (OfferTicketType c, _) => Offer(c.Type, e),
        (WithdrawTicketType c, _) => e.TicketType(c.TicketTypeId) is null
            ? Decision<EventEvent>.Nothing
            : new TicketTypeWithdrawn(c.TicketTypeId),
        (AskQuestion c, _) => e.Questions.Any(q => q == c.Question) ? Decision<EventEvent>.Nothing : new QuestionAsked(c.Question),
        (DropQuestion c, _) => e.Questions.All(q => q.Id != c.QuestionId)
            ? Decision<EventEvent>.Nothing
            : new QuestionDropped(c.QuestionId),
        (SetProgrammeItem c, _) when c.Item.EndsAt <= c.Item.StartsAt => new EndsBeforeItStarts(),
        (SetProgrammeItem c, _) => e.Programme.Any(i => i == c.Item) ? Decision<EventEvent>.Nothing : new ProgrammeItemSet(c.Item),
        (DropProgrammeItem c, _) => e.Programme.All(i => i.Id != c.ItemId)
            ? Decision<EventEvent>.Nothing
            : new ProgrammeItemDropped(c.ItemId),
        (PublishEvent, { Published: true }) or (WithdrawEvent, { Published: false }) => Decision<EventEvent>.Nothing,
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
        QuotaOpened q => e with { Quotas = e.Quotas.Add(q.Quota) },
        TicketTypeOffered t => e with { TicketTypes = Put(e.TicketTypes, t.Type, type => type.Id) },
        TicketTypeWithdrawn t => e with { TicketTypes = e.TicketTypes.RemoveAll(type => type.Id == t.TicketTypeId) },
        QuestionAsked q => e with { Questions = Put(e.Questions, q.Question, question => question.Id) },
        QuestionDropped q => e with { Questions = e.Questions.RemoveAll(question => question.Id == q.QuestionId) },
        ProgrammeItemSet i => e with { Programme = [.. Put(e.Programme, i.Item, item => item.Id).OrderBy(item => item.StartsAt)] },
        ProgrammeItemDropped i => e with { Programme = e.Programme.RemoveAll(item => item.Id == i.ItemId) },
        EventPublished => e with { Published = true },
        EventWithdrawn => e with { Published = false },
        _ => e,
    };

    private static Decision<EventEvent> Offer(TicketType type, Event e)
    {
        if (type.PoolIds.Count == 0 || type.PoolIds.Any(id => e.Quotas.All(q => q.PoolId != id))) return new QuotaNotFound();
        if (e.TicketTypes.Any(known => known == type)) return Decision<EventEvent>.Nothing;
        var sameName = e.TicketTypes.Any(known => known.Id != type.Id && known.Name == type.Name);
        return sameName ? new TicketTypeNameTaken() : new TicketTypeOffered(type);
    }

    private static ImmutableArray<T> Put<T>(ImmutableArray<T> items, T item, Func<T, Guid> id)
    {
        var index = items.ToList().FindIndex(known => id(known) == id(item));
        return index < 0 ? items.Add(item) : items.SetItem(index, item);
    }
}
