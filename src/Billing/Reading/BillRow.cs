using EventOps.Contracts;

namespace EventOps.Billing.Reading;

/// <summary>One bill in a list.</summary>
public sealed record BillRow(
    Guid Id, Guid EventId, string? EventSlug, LocalizedText? EventName, string Reference, LocalizedText Subject, string State,
    string? Number, string? PayerName, decimal Net, decimal Gross, decimal Paid, decimal Owed, DateOnly? IssuedOn,
    DateOnly? DueOn, int Reminders, DateTimeOffset OrderedAt, Guid? FeeOf, string? CancellationNumber)
{
    public decimal Outstanding => State is nameof(BillState.Open) or nameof(BillState.Overdue) ? Math.Max(0, Gross - Paid) : 0;
}

/// <summary>Which bills of a list are wanted.</summary>
/// <param name="State">open, overdue, paid, waiting, quotes, cancelled or refunds; all where it is none of them.</param>
/// <param name="EventId">Only of one event.</param>
/// <param name="Search">Part of a number, a booking or a payer's name.</param>
/// <param name="Page">From 1.</param>
public sealed record BillFilter(string? State, Guid? EventId, string Search, int Page)
{
    public const int PageSize = 50;

    public static IReadOnlyList<string> States { get; } = [
        "open", "overdue", "paid", "waiting", "quotes", "cancelled", "refunds"];

    /// <summary>As SQL over the rows of bills.</summary>
    internal static string Condition(string? state) => state switch
    {
        "open" => "b.state in ('Open', 'Overdue')",
        "overdue" => "b.state = 'Overdue'",
        "paid" => "b.state = 'Paid'",
        "waiting" => "b.state = 'Waiting'",
        "quotes" => "b.state = 'Quoted'",
        "cancelled" => "b.state = 'Cancelled'",
        "refunds" => "b.owed > 0",
        _ => "true",
    };
}
