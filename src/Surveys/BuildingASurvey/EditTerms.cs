using System.Globalization;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>Title, welcome, whom it asks, when it ends, and its promise.</summary>
public static class EditTerms
{
    private const string Name = "terms";
    private const int MostDays = 60;
    private const int MostAnswers = 1_000_000;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet("surveys/{id:guid}/terms", async (AtSurveys at, Guid id, HttpContext http, IEventStore store, CancellationToken ct) =>
            await BuildSurvey.Find(at, id, store, ct) is { } survey ? Show(at, id, survey, Standing(at, survey.Terms), http, 200) : PageAnswers.NotFound());
        organisers.MapPost("surveys/{id:guid}/terms", Handle);
    }

    private static async Task<IResult> Handle(
        AtSurveys at, Guid id, IFormCollection typed, HttpContext http, IEventStore store, CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        var form = TypedForm.Of(Name, typed);
        var terms = Read(at, form, survey.Terms);
        if (form.Fits && Seen.Differs(typed[Seen.Field], Seen.Of(survey.Terms), Seen.Of(terms)))
            form.Wrong("title.de", BuildingTexts.Of["seen.changed"]);
        if (form.Fits)
        {
            var outcome = await store.Handle(
                new Work().By(at.Metadata).On(Questionnaire.Stream(id), Questionnaire.Decider, new SetTerms(terms)), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Surveys}/{id}");
            form.Refused("mode", outcome.Refusal, Texts.Of);
        }

        return Show(at, id, survey, form, http, 422);
    }

    private static SurveyTerms Read(AtSurveys at, TypedForm form, SurveyTerms standing)
    {
        var title = new LocalizedText(form.Line("title.de", Shape.Title), form.Line("title.en", Shape.Title));
        if (title.IsEmpty) form.Wrong("title.de", BuildingTexts.Of["title.missing"]);
        var closes = form["closes"].Length > 0 && form.Moment("closes") is { } local
            ? at.Say.Instant(local) : (DateTimeOffset?)null;
        return standing with
        {
            Title = title,
            Welcome = new(form.Text("welcome.de", 1000), form.Text("welcome.en", 1000)),
            Thanks = new(form.Text("thanks.de", 1000), form.Text("thanks.en", 1000)),
            Mode = OneOf.Named<SurveyMode>(form["mode"]) ?? standing.Mode,
            Audience = OneOf.Named<Audience>(form["audience"]) ?? standing.Audience,
            TicketTypeIds = [.. form.All("type").Select(value => Guid.TryParse(value, out var type) ? type : Guid.Empty)
                .Where(type => at.Event.TicketTypes.Any(known => known.Id == type))],
            InvitesAfterEvent = form.Ticked("invites"),
            RemindsAfterDays = form["reminds"].Length == 0 ? null : form.Number("reminds", 1, MostDays),
            ClosesAt = closes,
            MostAnswers = form["most"].Length == 0 ? null : form.Number("most", 1, MostAnswers),
        };
    }

    private static TypedForm Standing(AtSurveys at, SurveyTerms terms)
    {
        var standing = new Dictionary<string, IReadOnlyList<string>>
        {
            ["title.de"] = [terms.Title.De],
            ["title.en"] = [terms.Title.En],
            ["welcome.de"] = [terms.Welcome.De],
            ["welcome.en"] = [terms.Welcome.En],
            ["thanks.de"] = [terms.Thanks.De],
            ["thanks.en"] = [terms.Thanks.En],
            ["mode"] = [terms.Mode.ToString()],
            ["audience"] = [terms.Audience.ToString()],
            ["type"] = [.. terms.TicketTypeIds.Select(type => type.ToString())],
            ["invites"] = terms.InvitesAfterEvent ? ["true"] : [],
            ["reminds"] = [terms.RemindsAfterDays?.ToString(CultureInfo.InvariantCulture) ?? ""],
            ["closes"] = [terms.ClosesAt is { } closes ? at.Say.Local(closes).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : ""],
            ["most"] = [terms.MostAnswers?.ToString(CultureInfo.InvariantCulture) ?? ""],
        };
        return new(Name, field => standing.GetValueOrDefault(field) ?? []);
    }

    private static IResult Show(AtSurveys at, Guid id, Questionnaire survey, TypedForm form, HttpContext http, int status) =>
        PageAnswers.Own<TermsPage>(http, new { At = at, Id = id, Survey = survey, Form = form }, status);
}
