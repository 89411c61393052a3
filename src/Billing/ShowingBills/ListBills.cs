using System.Globalization;
using System.Text;
using EventOps.Billing.Frame;
using EventOps.Billing.Reading;
using EventOps.Contracts;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.ShowingBills;

/// <summary>All bills of an organisation or of one event: as a page, as CSV for the accounting, as JSON.</summary>
public static class ListBills
{
    private static TextSource T => ShowingTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers, IEndpointRouteBuilder api)
    {
        organisers.MapGet("", Page);
        organisers.MapGet("bills.csv", Csv);
        api.MapGet("bills", async (
            AtBilling at, BillRows rows, CancellationToken ct, string? state = null, string? @event = null, string? q = null,
                int page = 1) =>
            await Filter(at, rows, state, @event, q, page, ct) is { } asked
                ? Results.Json(
                    (await rows.List(at.OrganisationId, asked.Filter, ct)).Select(BillAnswer.Of).ToList(),
                    BillAnswerJson.Default.ListBillAnswer)
                : Results.Problem(statusCode: 404))
            .WithSummary("Bills, the newest order first, fifty at a time.").Produces<List<BillAnswer>>().ProducesProblem(404);
        api.MapGet("bills/{id:guid}", async (AtBilling at, Guid id, BillRows rows, CancellationToken ct) =>
            await rows.One(at.OrganisationId, id, ct) is { } found
                ? Results.Json(BillAnswer.Of(found), BillAnswerJson.Default.BillAnswer) : Results.Problem(statusCode: 404))
            .WithSummary("One bill.").Produces<BillAnswer>().ProducesProblem(404);
    }

    private static async Task<IResult> Page(
        AtBilling at, HttpContext http, BillRows rows, CancellationToken ct, string? state = null, string? @event = null,
        string? q = null, int page = 1)
    {
        if (await Filter(at, rows, state, @event, q, page, ct) is not { } asked) return PageAnswers.NotFound();
        return PageAnswers.Own<BillsPage>(http, new
        {
            Filter = asked.Filter,
            EventName = asked.Name,
            Rows = await rows.List(at.OrganisationId, asked.Filter, ct),
            Counts = await rows.Counts(at.OrganisationId, asked.Filter, ct),
        });
    }

    private static async Task<IResult> Csv(
        AtBilling at, HttpContext http, BillRows rows, CancellationToken ct, string? state = null, string? @event = null,
        string? q = null)
    {
        if (await Filter(at, rows, state, @event, q, 1, ct) is not { } asked) return PageAnswers.NotFound();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{T["csv.file"]}.csv\"";
        // The mark at the beginning tells Excel that it is UTF-8.
        await using var file = new StreamWriter(http.Response.Body, new UTF8Encoding(true), 16 * 1024);
        await file.WriteAsync(CsvCell.Line(
            [T["number"], T["issued"], T["state"], T["payer"], T["booking"], T["subject"], T["event"], T["net"], T["tax"],
                T["gross"], T["paid"],
                T["owed"], T["due"], T["cancellation"]]));
        await foreach (var row in rows.All(at.OrganisationId, asked.Filter, ct))
        {
            await file.WriteAsync(CsvCell.Line(
                [row.Number, Day(row.IssuedOn), Texts.Of[$"state.{row.State}"], row.PayerName, row.Reference,
                    row.Subject.ToString(), row.EventName?.ToString(), Amount(row.Net), Amount(row.Gross - row.Net),
                    Amount(row.Gross), Amount(row.Paid), Amount(row.Owed), Day(row.DueOn), row.CancellationNumber]));
        }

        return Results.Empty;
    }

    private static async Task<(BillFilter Filter, LocalizedText? Name)?> Filter(
        AtBilling at, BillRows rows, string? state, string? @event, string? search, int page, CancellationToken ct)
    {
        var known = BillFilter.States.Contains(state) ? state : null;
        var words = (search ?? "").Trim() is { Length: <= 100 } given ? given : "";
        if (@event is null or "") return (new(known, null, words, Math.Clamp(page, 1, 10_000)), null);
        return await rows.Event(at.OrganisationId, @event, ct) is { } found
            ? (new(known, found.Id, words, Math.Clamp(page, 1, 10_000)), found.Name) : null;
    }

    private static string Amount(decimal amount) => amount.ToString("0.00", Language.Current.Culture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
