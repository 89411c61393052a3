using System.Net;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Tests;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.KeepingPromises;

public class PromisesTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private readonly Question _asked =
        Make(QuestionKind.SingleChoice, "Konnten Sie mitreden?") with { Choices = Choices("rot", "grün") };

    [Fact]
    public async Task A_figure_becomes_a_promise_that_everybody_sees()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        var organiser = host.Organiser();
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{Event(survey)}/promises")).Status);

        var form = await organiser.Open(NewPromise(survey));
        Assert.Contains(
            "„rot“: 40,0 % (12 von 30); der wahre Anteil liegt mit 95 % Sicherheit zwischen", form.At("select"),
            StringComparison.Ordinal);
        var list = await organiser.Send(form, $"{Event(survey)}/promises/new", Pledge("Sechs Werkstätten statt zwölf Vorträgen"));
        Assert.Contains("Sechs Werkstätten statt zwölf Vorträgen", list.At(".question-list"), StringComparison.Ordinal);

        var page = await host.As().Open($"{Event(survey)}/promises");
        Assert.Equal("Konnten Sie mitreden?", page.At(".pair h2"));
        Assert.Contains("40,0 % (12 von 30)", page.At(".pair-said"), StringComparison.Ordinal);
        Assert.Contains("Geplant bis 5. Mai 2027, für OGT 2027", page.At(".pair"), StringComparison.Ordinal);
        Assert.Contains("Zugesagt von E- und Open-Government am 23. November 2026", page.At(".pair"), StringComparison.Ordinal);
        Assert.Equal(["Alle 1", "Geplant 1"], page.All(".chip"));
        var english = await host.As().Open($"{Event(survey)}/promises?lang=en");
        Assert.Contains("the true share lies between", english.At(".pair-said"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figure_stays_whatever_becomes_of_the_report()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        await Promise(survey, "Mehr Zeit");
        await host.Database.Execute($"delete from surveys.responses where survey_id = '{survey.Id}'");
        Assert.Contains(
            "(12 von 30)", (await host.As().Open($"{Event(survey)}/promises")).At(".pair-said"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_declines_says_why_and_the_form_comes_back()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        await Promise(survey, "Zwei Tage");
        var organiser = host.Organiser();
        var form = await organiser.Open((await organiser.Open($"{Event(survey)}/promises/edit")).Html
            .QuerySelector(".question-list a")!.GetAttribute("href")!);
        var action = new Uri(form.Url).AbsolutePath;
        var refused = await organiser.Send(form, action, ("status", "Declined"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Bitte sagen Sie, warum", refused.At(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("Geplant", (await host.As().Open($"{Event(survey)}/promises")).At(".pair"), StringComparison.Ordinal);

        await organiser.Send(refused, action, ("status", "Declined"), ("reason.de", "Der Saal ist am zweiten Tag Standesamt."));
        var page = await host.As().Open($"{Event(survey)}/promises?status=declined");
        Assert.Contains("Warum: Der Saal ist am zweiten Tag Standesamt.", page.At(".pair"), StringComparison.Ordinal);
        Assert.Empty((await host.As().Open($"{Event(survey)}/promises?status=done")).All(".pair"));
    }

    [Fact]
    public async Task Small_groups_and_running_surveys_give_no_figure()
    {
        var small = await Closed(_asked, yes: 3, no: 6);
        var organiser = host.Organiser();
        Assert.Contains("Keine Zahl zum Zitieren", (await organiser.Open(NewPromise(small))).Text, StringComparison.Ordinal);
        var running = await host.Run([_asked]);
        Assert.Contains("Die Umfrage läuft noch", (await organiser.Open(NewPromise(running))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_seen_by_organisers_only()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        await Promise(survey, "Noch geheim", ("public", null));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{Event(survey)}/promises")).Status);
        var list = await host.Organiser().Open($"{Event(survey)}/promises/edit");
        Assert.Contains("nicht öffentlich", list.At(".question-list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_is_the_organisers()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        foreach (var what in (string[])["eins", "zwei", "drei"]) await Promise(survey, what);
        var organiser = host.Organiser();
        var list = await organiser.Open($"{Event(survey)}/promises/edit");
        var last = list.Html.QuerySelectorAll(".question-list form")[^1].GetAttribute("action");
        list = await organiser.Send(list, last, ("by", "up"));
        Assert.Equal(["eins", "drei", "zwei"], list.All(".question-text"));
        Assert.Equal(["eins", "drei", "zwei"], (await host.As().Open($"{Event(survey)}/promises")).All(".pair h3"));
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        var survey = await Closed(_asked, yes: 12, no: 18);
        var text = Guid.NewGuid();
        await host.Database.Execute(
            $"insert into surveys.texts values ('{text}', '{survey.Id}', '{_asked.Id}', null, '<img src=x onerror=alert(1)>', true)");
        await Promise(survey, "<script>alert(1)</script>", ("office", "\"><b>Amt"), ("quote", text.ToString()));
        var (visitor, organiser) = (host.As(), host.Organiser());
        foreach (var page in (Page[])
            [await visitor.Open($"{Event(survey)}/promises"), await organiser.Open($"{Event(survey)}/promises/edit")])
        {
            Assert.Empty(page.Html.QuerySelectorAll("main script, main img, .pair b"));
            Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
            Assert.Contains("<img src=x onerror=alert(1)>", page.Text, StringComparison.Ordinal);
        }

        await host.Database.Execute($"update surveys.texts set shown = false where text_id = '{text}'");
        Assert.DoesNotContain("onerror", (await host.As().Open($"{Event(survey)}/promises")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_edition_measures_again_and_its_invitation_tells_what_was_done()
    {
        var before = await Closed(_asked, yes: 40, no: 60);
        await Promise(before, "Sechs Werkstätten", ("status", "Done"));
        var next = await Closed(
            _asked with { Id = Guid.NewGuid() }, yes: 80, no: 20, terms => terms with { PreviousId = before.Id });
        Assert.Contains(
            "Sechs Werkstätten", (await host.As().Open($"{Event(next)}/promises")).At(".pair"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nachgemessen", (await host.As().Open($"{Event(before)}/promises")).Text, StringComparison.Ordinal);

        await host.Store.Handle(Questionnaire.Stream(next.Id), Questionnaire.Decider, new PublishReport(true, host.Clock.Now));
        Assert.Contains(
            "Nachgemessen (Wie war Ihr Tag?): 80,0 %, klar mehr als 40,0 % davor.",
            (await host.As().Open($"{Event(before)}/promises")).At(".pair"), StringComparison.Ordinal);

        var running = await host.Run([_asked], terms => terms with { PreviousId = before.Id });
        var (ticket, _) = await running.Ticket();
        using var _ = Language.Use(Language.German);
        var letter = await host.Services.GetRequiredKeyedService<ILetter>(SurveyLetter.Invitation)
            .Write(new(ticket, SurveyLetter.Invitation, running.EventId, [running.Id]), default);
        Assert.Contains(
            letter!.Facts,
            fact => fact.Term == "Sie haben gesagt" && fact.Description.Contains("40,0\u00A0%", StringComparison.Ordinal));
        Assert.Contains(("Wir haben gemacht", "Sechs Werkstätten"), letter.Facts);
    }

    private async Task<RunningSurvey> Closed(Question asked, int yes, int no, Func<SurveyTerms, SurveyTerms>? with = null)
    {
        var survey = await host.Run([asked], with);
        await host.Database.Execute($"""
            insert into surveys.responses
            select gen_random_uuid(), '{survey.Id}', null, array[case when n <= {yes} then 1 else 2 end]
            from generate_series(1, {yes + no}) as n
            """);
        await host.Store.Handle(Questionnaire.Stream(survey.Id), Questionnaire.Decider, new CloseSurvey(host.Clock.Now));
        return survey;
    }

    private async Task Promise(RunningSurvey survey, string does, params (string, string?)[] more)
    {
        var organiser = host.Organiser();
        (string Name, string?)[] fields = [.. Pledge(does).Where(field => more.All(other => other.Item1 != field.Name)), .. more];
        var made = await organiser.Send(await organiser.Open(NewPromise(survey)), $"{Event(survey)}/promises/new", fields);
        Assert.EndsWith("/promises/edit", made.Url, StringComparison.Ordinal);
    }

    private static (string Name, string?)[] Pledge(string does) =>
        [("figure", "0"), ("does.de", does), ("office", "E- und Open-Government"), ("edition", "OGT 2027"), ("until", "2027-05-05")];

    private static string Event(RunningSurvey survey) => $"/events/{survey.Slug}";

    private static string NewPromise(RunningSurvey survey) =>
        $"{Event(survey)}/promises/new?survey={survey.Id}&question={survey.Questions[0].Id}";
}
