using EventOps.EventStore;

namespace EventOps.Registration.Events;

/// <summary>The longer rules of <see cref="Event"/>: planning it whole, quotas, ticket types and questions.</summary>
internal static class EventRules
{
    private static Decision<EventEvent> Nothing => Decision<EventEvent>.Nothing;

    public static Decision<EventEvent> Plan(PlanEvent plan, Event e)
    {
        if (plan.Times.EndsAt <= plan.Times.StartsAt) return new EndsBeforeItStarts();
        var events = new List<EventEvent> { new EventPlanned(plan.OrganisationId, plan.Slug, plan.Texts, plan.Times) };
        e = Event.Evolve(e, events[0]);
        foreach (var command in Commands(plan.Parts))
        {
            var decision = Event.Decide(command, e);
            if (decision.Refusal is { } refusal) return refusal;
            events.AddRange(decision.Events);
            e = decision.Events.Aggregate(e, Event.Evolve);
        }

        return Decision<EventEvent>.All(events);
    }

    public static Decision<EventEvent> Open(Quota quota, Event e)
    {
        if (e.Quotas.Any(known => known.PoolId == quota.PoolId)) return Nothing;
        return e.Quotas.Any(known => SameName(known.Name, quota.Name)) ? new QuotaNameTaken() : new QuotaOpened(quota);
    }

    public static Decision<EventEvent> Rename(RenameQuota c, Event e)
    {
        if (e.Quotas.FirstOrDefault(known => known.PoolId == c.PoolId) is not { } quota) return new QuotaNotFound();
        if (quota.Name == c.Name) return Nothing;
        var taken = e.Quotas.Any(other => other.PoolId != c.PoolId && SameName(other.Name, c.Name));
        return taken ? new QuotaNameTaken() : new QuotaRenamed(c.PoolId, c.Name);
    }

    public static Decision<EventEvent> Close(Guid poolId, Event e)
    {
        if (e.Quotas.All(known => known.PoolId != poolId)) return Nothing;
        return e.TicketTypes.Any(type => type.PoolIds.Contains(poolId)) ? new QuotaInUse() : new QuotaClosed(poolId);
    }

    public static Decision<EventEvent> Offer(TicketType type, Event e)
    {
        if (type.PoolIds.Count == 0 || type.PoolIds.Any(id => e.Quotas.All(q => q.PoolId != id))) return new QuotaNotFound();
        // A number stands in printed codes: it is never given to a second type.
        type = type with { Number = e.AnyTicketType(type.Id)?.Number ?? NextNumber(e) };
        if (e.TicketTypes.Any(known => known == type)) return Nothing;
        var sameName = e.TicketTypes.Any(known => known.Id != type.Id && known.Name == type.Name);
        return sameName ? new TicketTypeNameTaken() : new TicketTypeOffered(type);
    }

    public static Decision<EventEvent> Ask(Question question, Event e)
    {
        if (e.Questions.Any(known => known == question)) return Nothing;
        var choosing = question.Kind is QuestionKind.OneOf or QuestionKind.AnyOf;
        return choosing && question.Options.Count < 2 ? new TooFewOptions() : new QuestionAsked(question);
    }

    private static IEnumerable<EventCommand> Commands(EventParts parts) =>
    [
        new SetSignUpRules(parts.Rules),
        .. parts.Gates.Count > 0 ? [new SetGates(parts.Gates)] : (IEnumerable<EventCommand>)[],
        .. parts.Quotas.Select(quota => new OpenQuota(quota)),
        .. parts.TicketTypes.Select(type => new OfferTicketType(type)),
        .. parts.Questions.Select(question => new AskQuestion(question)),
        .. parts.Programme.Select(item => new SetProgrammeItem(item)),
        .. parts.Publish ? [new PublishEvent()] : (IEnumerable<EventCommand>)[],
    ];

    private static int NextNumber(Event e) =>
        e.TicketTypes.Concat(e.FormerTicketTypes).Select(type => type.Number).DefaultIfEmpty(0).Max() + 1;

    private static bool SameName(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
