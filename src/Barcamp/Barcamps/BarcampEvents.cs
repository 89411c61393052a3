namespace EventOps.Barcamp.Barcamps;

public abstract record BarcampEvent;

public sealed record BarcampPlanned(Guid OrganisationId, BarcampRules Rules) : BarcampEvent;

public sealed record RulesSet(BarcampRules Rules) : BarcampEvent;

public sealed record LinkRenewed(bool ForScreens) : BarcampEvent;
