namespace EventOps.Registration.Events;

public abstract record EventEvent;

public sealed record EventPlanned(Guid OrganisationId, string Slug, EventTexts Texts, EventTimes Times) : EventEvent;

public sealed record EventDescribed(EventTexts Texts) : EventEvent;

public sealed record EventScheduled(EventTimes Times) : EventEvent;

public sealed record SignUpRulesSet(SignUpRules Rules) : EventEvent;

public sealed record GatesSet(IReadOnlyList<string> Gates) : EventEvent;

public sealed record QuotaOpened(Quota Quota) : EventEvent;

public sealed record QuotaRenamed(Guid PoolId, string Name) : EventEvent;

public sealed record QuotaClosed(Guid PoolId) : EventEvent;

public sealed record TicketTypeOffered(TicketType Type) : EventEvent;

public sealed record TicketTypeWithdrawn(Guid TicketTypeId) : EventEvent;

public sealed record QuestionAsked(Question Question) : EventEvent;

public sealed record QuestionDropped(Guid QuestionId) : EventEvent;

public sealed record ProgrammeItemSet(ProgrammeItem Item) : EventEvent;

public sealed record ProgrammeItemDropped(Guid ItemId) : EventEvent;

public sealed record EventPublished : EventEvent;

public sealed record EventWithdrawn : EventEvent;
