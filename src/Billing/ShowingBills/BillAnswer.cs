using System.Text.Json.Serialization;
using EventOps.Billing.Reading;
using EventOps.Contracts;

namespace EventOps.Billing.ShowingBills;

/// <summary>A bill as programs read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EventId">The event that it is for.</param>
/// <param name="State">Waiting, Quoted, Open, Overdue, Paid, Cancelled or RefundDue.</param>
/// <param name="Number">The invoice's; null before it is issued.</param>
/// <param name="CancellationNumber">The cancellation invoice's; null where there is none.</param>
/// <param name="Reference">What people call the booking.</param>
/// <param name="Subject">What it is for.</param>
/// <param name="PayerName">As it was printed; null before there is a document.</param>
/// <param name="Net">Euros before tax.</param>
/// <param name="Gross">Euros with tax.</param>
/// <param name="Paid">Euros that came in, less what was paid back.</param>
/// <param name="Owed">Euros to be paid back.</param>
/// <param name="IssuedOn">The day of the invoice.</param>
/// <param name="DueOn">The last day to pay.</param>
/// <param name="Reminders">How often the payer was reminded.</param>
/// <param name="FeeOf">The cancelled bill whose fee this is.</param>
public sealed record BillAnswer(
    Guid Id, Guid EventId, string State, string? Number, string? CancellationNumber, string Reference, LocalizedText Subject,
    string? PayerName, decimal Net, decimal Gross, decimal Paid, decimal Owed, DateOnly? IssuedOn, DateOnly? DueOn, int Reminders,
    Guid? FeeOf)
{
    public static BillAnswer Of(BillRow row) => new(
        row.Id, row.EventId, row.State, row.Number, row.CancellationNumber, row.Reference, row.Subject, row.PayerName, row.Net,
        row.Gross, row.Paid, row.Owed, row.IssuedOn, row.DueOn, row.Reminders, row.FeeOf);
}

/// <summary>The JSON form of bills: camelCase, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(List<BillAnswer>))]
internal sealed partial class BillAnswerJson : JsonSerializerContext;
