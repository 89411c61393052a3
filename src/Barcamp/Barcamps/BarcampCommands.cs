using EventOps.EventStore;

namespace EventOps.Barcamp.Barcamps;

public abstract record BarcampCommand;

public sealed record PlanBarcamp(Guid OrganisationId, BarcampRules Rules) : BarcampCommand;

public sealed record SetRules(BarcampRules Rules) : BarcampCommand;

/// <summary><paramref name="Seen"/>: number of the link that is to be closed; a second click closes no second one.</summary>
public sealed record RenewLink(bool ForScreens, int Seen) : BarcampCommand;

public sealed record BarcampNotFound : Refusal;
