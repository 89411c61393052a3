namespace EventOps.Billing.Matching;

/// <summary>A bill that money may be for.</summary>
/// <param name="BillId">The bill.</param>
/// <param name="Number">Its number.</param>
/// <param name="Rf">Its payment reference; may be empty.</param>
/// <param name="Reference">What people call the booking.</param>
/// <param name="PayerName">As it was printed.</param>
/// <param name="Outstanding">What is still to be paid.</param>
/// <param name="Ended">Cancelled: money for it is owed back.</param>
public sealed record BillToMatch(
    Guid BillId, string Number, string Rf, string Reference, string PayerName, decimal Outstanding, bool Ended);

/// <summary>How a bill was recognised, the surest first.</summary>
public enum Clue
{
    Rf,
    Number,
    Booking,

    /// <summary>Only amount and name fit: never booked without a person.</summary>
    AmountAndName,
    Amount,
}

/// <summary>What a payment may be for.</summary>
/// <param name="Bills">One bill, or several that are named together.</param>
/// <param name="Clue">How they were recognised.</param>
/// <param name="IsExact">Whether the amount is what they ask for together.</param>
public sealed record Proposal(IReadOnlyList<BillToMatch> Bills, Clue Clue, bool IsExact)
{
    /// <summary>Nothing left to think about: what the payer wrote names the bills, and the amount is theirs.</summary>
    public bool IsCertain => IsExact && Clue <= Clue.Booking && Bills.All(bill => !bill.Ended);
}
