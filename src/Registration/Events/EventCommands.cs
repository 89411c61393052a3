using EventOps.EventStore;

namespace EventOps.Registration.Events;

public abstract record EventCommand;

/// <summary>Plans an event together with what is known of it from the start.</summary>
public sealed record PlanEvent(Guid OrganisationId, string Slug, EventTexts Texts, EventTimes Times, EventParts Parts)
    : EventCommand;

public sealed record DescribeEvent(EventTexts Texts) : EventCommand;

public sealed record ScheduleEvent(EventTimes Times) : EventCommand;

public sealed record SetSignUpRules(SignUpRules Rules) : EventCommand;

public sealed record SetGates(IReadOnlyList<string> Gates) : EventCommand;

/// <summary>Names a pool's places for this event; its capacity is decided on the pool's own stream.</summary>
public sealed record OpenQuota(Quota Quota) : EventCommand;

public sealed record RenameQuota(Guid PoolId, string Name) : EventCommand;

public sealed record CloseQuota(Guid PoolId) : EventCommand;

/// <summary>Offers or changes a type. Its number is given out here: what the command carries as number does not count.</summary>
public sealed record OfferTicketType(TicketType Type) : EventCommand;

public sealed record WithdrawTicketType(Guid TicketTypeId) : EventCommand;

public sealed record AskQuestion(Question Question) : EventCommand;

public sealed record DropQuestion(Guid QuestionId) : EventCommand;

public sealed record SetProgrammeItem(ProgrammeItem Item) : EventCommand;

public sealed record DropProgrammeItem(Guid ItemId) : EventCommand;

public sealed record PublishEvent : EventCommand;

public sealed record WithdrawEvent : EventCommand;

public sealed record EventNotFound : Refusal;

public sealed record EventPlannedAlready : Refusal;

/// <summary>Another event has this place in URLs; found by the database's constraint, not by a stream.</summary>
public sealed record SlugTaken : Refusal;

public sealed record EndsBeforeItStarts : Refusal;

public sealed record SignUpClosesBeforeItOpens : Refusal;

public sealed record NoGate : Refusal;

public sealed record QuotaNotFound : Refusal;

public sealed record QuotaNameTaken : Refusal;

public sealed record QuotaInUse : Refusal;

public sealed record TooFewOptions : Refusal;

public sealed record TicketTypeNameTaken : Refusal;

public sealed record EventIncomplete(string Missing) : Refusal;
