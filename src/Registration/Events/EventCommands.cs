using EventOps.EventStore;

namespace EventOps.Registration.Events;

public abstract record EventCommand;

public sealed record PlanEvent(Guid OrganisationId, string Slug, EventTexts Texts, EventTimes Times) : EventCommand;

public sealed record DescribeEvent(EventTexts Texts) : EventCommand;

public sealed record ScheduleEvent(EventTimes Times) : EventCommand;

public sealed record SetSignUpRules(SignUpRules Rules) : EventCommand;

public sealed record SetGates(IReadOnlyList<string> Gates) : EventCommand;

public sealed record OpenQuota(Quota Quota) : EventCommand;

public sealed record OfferTicketType(TicketType Type) : EventCommand;

public sealed record WithdrawTicketType(Guid TicketTypeId) : EventCommand;

public sealed record AskQuestion(Question Question) : EventCommand;

public sealed record DropQuestion(Guid QuestionId) : EventCommand;

public sealed record SetProgrammeItem(ProgrammeItem Item) : EventCommand;

public sealed record DropProgrammeItem(Guid ItemId) : EventCommand;

public sealed record PublishEvent : EventCommand;

public sealed record WithdrawEvent : EventCommand;

public sealed record EventNotFound : Refusal;

public sealed record EndsBeforeItStarts : Refusal;

public sealed record QuotaNotFound : Refusal;

public sealed record TicketTypeNameTaken : Refusal;

public sealed record EventIncomplete(string Missing) : Refusal;
