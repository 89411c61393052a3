using System.Globalization;
using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Barcamp.SettingUp;

/// <summary>What the barcamp is called, when proposals open, and how stars work.</summary>
public static class SetBarcampRules
{
    public const string Name = "rules";

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapPost("barcamp/setup/rules", Handle);
        organisers.MapPost("barcamp/setup/links", Renew);
    }

    public static TypedForm Standing(AtBarcamp at) => TypedForm.Of(Name, new Dictionary<string, string>(
        at.Rules.BlindUntilPitch ? [new("blind", "true")] : [])
    {
        ["title.de"] = at.Rules.Title.De,
        ["title.en"] = at.Rules.Title.En,
        ["from"] = at.Rules.ProposalsFrom is { } opens
            ? at.Say.Local(opens).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "",
        ["stars"] = at.Rules.StarsEach?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["delete"] = at.Rules.DeleteStarsAfterDays.ToString(CultureInfo.InvariantCulture),
    });

    public static async Task<IResult> Handle(
        AtBarcamp at, IFormCollection typed, HttpContext http, ShowSetUp page, CancellationToken ct)
    {
        var form = TypedForm.Of(Name, typed);
        var title = new Contracts.LocalizedText(form.Line("title.de", Shape.Title), form.Line("title.en", Shape.Title));
        if (title.IsEmpty) form.Wrong("title.de", SettingUpTexts.Of["title.missing"]);
        var rules = new BarcampRules(
            title,
            form["from"].Length == 0 ? null : form.Moment("from") is { } opens ? at.Say.Instant(opens).ToUniversalTime() : null,
            form["stars"].Length == 0 ? null : form.Number("stars", 1, 100),
            form.Ticked("blind"),
            form.Number("delete", 0, 365));
        var work = new Work().On(Barcamps.Barcamp.Stream(at.Id), Barcamps.Barcamp.Decider, new SetRules(rules));
        return await page.Done(at, http, form, work, "title.de", ct);
    }

    private static async Task<IResult> Renew(AtBarcamp at, IFormCollection typed, IEventStore store, CancellationToken ct)
    {
        if (int.TryParse(typed["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            await store.Handle(new Work().By(at.Metadata).On(
                Barcamps.Barcamp.Stream(at.Id), Barcamps.Barcamp.Decider, new RenewLink(typed["which"] == "screen", seen)), ct);
        }

        return Results.Extensions.SeeOther($"{at.Url}/barcamp/setup#links");
    }
}
