using System.Text;
using EventOps.Billing.Frame;
using EventOps.Billing.Reading;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Billing.Refunding;

/// <summary>What is owed back to whom: money of cancelled bills, and what was too much.</summary>
/// <param name="Bill">The bill.</param>
/// <param name="Iban">The account that it came from; empty where nobody knows.</param>
public sealed record RefundRow(BillRow Bill, string Iban);

/// <summary>The list of refunds, for whoever transfers them.</summary>
public static class ListRefunds
{
    private static TextSource T => RefundingTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet(
            "refunds", async (
            AtBilling at, HttpContext http, BillRows bills, NpgsqlDataSource database, FormKeys keys, CancellationToken ct) =>
            PageAnswers.Own<RefundsPage>(http, new { Rows = await Rows(at, bills, database, ct), Keys = keys }));
        organisers.MapGet(
            "refunds.csv",
            async (AtBilling at, HttpContext http, BillRows bills, NpgsqlDataSource database, CancellationToken ct) =>
        {
            var file = new StringBuilder(CsvCell.Line([T["name"], "IBAN", T["amount"], T["purpose"], T["number"], T["booking"]]));
            foreach (var (bill, iban) in await Rows(at, bills, database, ct))
            {
                file.Append(CsvCell.Line(
                    [bill.PayerName, iban, bill.Owed.ToString("0.00", Language.Current.Culture),
                        T["purpose.of", bill.CancellationNumber ?? bill.Number],
                        bill.Number, bill.Reference]));
            }

            return Results.File(
                (byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())], "text/csv; charset=utf-8",
                $"{T["file"]}.csv");
        });
    }

    private static async Task<IReadOnlyList<RefundRow>> Rows(
        AtBilling at, BillRows bills, NpgsqlDataSource database, CancellationToken ct)
    {
        List<RefundRow> rows = [];
        await foreach (var bill in bills.All(at.OrganisationId, new("refunds", null, "", 1), ct))
            rows.Add(new(bill, await IbanOf(at, bill, database, ct)));
        return rows;
    }

    // The account of the newest payment for it.
    private static async Task<string> IbanOf(AtBilling at, BillRow bill, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select payer_iban from billing.payments
            where organisation_id = $1 and stage = 'Assigned' and payer_iban <> '' and bill_ids @> array[$2]
            order by booked_on desc limit 1
            """);
        command.Parameters.Add(Statements.Value(at.OrganisationId));
        command.Parameters.Add(Statements.Value(bill.Id));
        return await command.ExecuteScalarAsync(ct) as string ?? "";
    }
}
