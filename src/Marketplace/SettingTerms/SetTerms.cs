using System.Globalization;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.RunningTheMarket;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.SettingTerms;

/// <summary>The form for the rules of the marketplace.</summary>
public static class SetTerms
{
    private const string Form = "terms";
    private const int Steps = 3;

    private static readonly TextSource T = MarketTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("terms", async (AtMarket at, bool? saved, HttpContext http, IEventStore store, CancellationToken ct) =>
            Show(at, Standing((await store.Load(Market.Stream(at.Event.Id), Market.Decider, ct)).State.Terms), saved == true, http, 200));
        organisers.MapPost("terms", async (AtMarket at, IFormCollection typed, HttpContext http, IEventStore store, CancellationToken ct) =>
        {
            var form = TypedForm.Of(Form, typed);
            var terms = Read(form, at);
            if (form.Fits)
            {
                var work = new Work().By(at.Metadata).On(
                    Market.Stream(at.Event.Id), Market.Decider, new SetMarketTerms(at.Event.Id, at.Event.OrganisationId, terms));
                if ((await store.Handle(work, ct)).Refusal is not { } refusal)
                    return Results.Extensions.SeeOther($"{at.Market}/terms?saved=true");
                form.Refused("days-1", refusal, Texts.Of);
            }

            return Show(at, form, false, http, 422);
        });
    }

    private static MarketTerms Read(TypedForm form, AtMarket at) => new(
        form.Ticked("open"), new(form.Text("intro.de", 1000), form.Text("intro.en", 1000)), form.Number("hold", 1, 1440),
        form.Number("longest", 1, 2880), form.Number("offer", 1, 336), form.Number("stands", 1, 50), form.Number("team", 0, 50),
        Guid.TryParse(form["type"], out var type) && at.Event.TicketTypes.Any(part => part.Id == type) ? type : null,
        [.. Enumerable.Range(1, Steps).Where(step => form[$"days-{step}"].Length > 0)
            .Select(step => new CancellationStep(form.Number($"days-{step}", 0, 730), form.Number($"percent-{step}", 0, 100)))]);

    private static TypedForm Standing(MarketTerms terms)
    {
        static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
        var standing = new Dictionary<string, string>
        {
            ["intro.de"] = terms.Intro.De,
            ["intro.en"] = terms.Intro.En,
            ["hold"] = Of(terms.HoldMinutes),
            ["longest"] = Of(terms.LongestMinutes),
            ["offer"] = Of(terms.OfferHours),
            ["stands"] = Of(terms.MostStands),
            ["team"] = Of(terms.TeamPerStand),
            ["type"] = terms.TicketTypeId?.ToString() ?? "",
        };
        if (terms.IsOpen) standing["open"] = "true";
        foreach (var (step, at) in terms.Cancelling.Select((step, at) => (step, at + 1)))
            (standing[$"days-{at}"], standing[$"percent-{at}"]) = (Of(step.DaysBefore), Of(step.Percent));
        return TypedForm.Of(Form, standing);
    }

    private static IResult Show(AtMarket at, TypedForm form, bool saved, HttpContext http, int status) =>
        PageAnswers.Own<TermsPage>(http, new { At = at, Form = form, Saved = saved, T }, status);
}
