namespace EventOps.EventStore;

/// <summary>The answer to one piece of work.</summary>
/// <param name="Refusal">Why nothing was stored, or null.</param>
/// <param name="Events">What was stored, per stream in the order of the steps; empty when nothing was to be done or on a replay.</param>
/// <param name="Kept">The answer kept under the idempotency key: of this work, or of the first one when <see cref="Replayed"/>.</param>
/// <param name="Replayed">True when the key had been handled before; nothing was stored now.</param>
public sealed record Outcome(Refusal? Refusal, IReadOnlyList<Recorded> Events, KeptAnswer? Kept, bool Replayed)
{
    internal static Outcome Refused(Refusal refusal) => new(refusal, [], null, false);
}
