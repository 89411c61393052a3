using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Marketplace.Extras;

public abstract record ExtraCommand;

public sealed record OfferExtra(Guid EventId, ExtraOffer Offer) : ExtraCommand;

public sealed record ChangeExtra(ExtraOffer Offer) : ExtraCommand;

/// <summary>Who has it keeps it.</summary>
public sealed record WithdrawExtra : ExtraCommand;

/// <summary>Sets how many a hold has, as long as the hold itself.</summary>
public sealed record TakeExtra(Guid HoldId, int Count, DateTimeOffset At, DateTimeOffset Until) : ExtraCommand;

/// <summary>The hold was confirmed: now they are its for good.</summary>
public sealed record KeepExtra(Guid HoldId, int Count, DateTimeOffset At) : ExtraCommand;

public sealed record ExtendExtra(Guid HoldId, DateTimeOffset Until) : ExtraCommand;

public sealed record DropExtra(Guid HoldId) : ExtraCommand;

public sealed record ExtraNotFound : Refusal;

public sealed record TooFewLeft(LocalizedText Name, int Left) : Refusal;

/// <summary>More are promised already.</summary>
public sealed record StockTooSmall(int Kept) : Refusal;
