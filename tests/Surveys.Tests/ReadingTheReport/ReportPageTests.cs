using System.Net;
using EventOps.EventStore;
using EventOps.Registration.Tests;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Tests.Exporting;
using EventOps.Surveys.Tests.Reporting;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.ReadingTheReport;

public class ReportPageTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Theory]
    [InlineData("de", "100 von 100, die diese Frage gesehen haben", "nicht gezeigt")]
    [InlineData("en", "100 of the 100 who saw this question answered it.", "not shown")]
    public async Task Staff_and_public_pages_read_in_both_languages(string language, string @base, string withheld)
    {
        var survey = await FinishedSurvey.In(host, isPublic: true);
        foreach (var (browser, url) in (ValueTuple<Browser, string>[])[(host.Organiser(), $"{survey.Running.Staff}/report"),
            (host.As(), $"{survey.Running.Url}/report")])
        {
            browser.Http.DefaultRequestHeaders.Remove("Accept-Language");
            browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);
            var page = await browser.Open(url);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.All("h1"));
            Assert.Contains(@base, page.Text, StringComparison.Ordinal);
            Assert.All(page.Html.QuerySelectorAll("svg.chart"), chart => Assert.Equal("true", chart.GetAttribute("aria-hidden")));
            Assert.All(page.Html.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
            // Eight people chose blue.
            Assert.Equal(url.Contains("/survey/", StringComparison.Ordinal),
                page.All($"section[aria-labelledby='q-{survey.Colour.Id:N}'] .withheld").Contains(withheld));
        }
    }

    [Theory]
    [InlineData(60, "Keine klare Veränderung")]
    [InlineData(80, "Klar mehr")]
    public async Task Two_editions_tell_what_has_changed_along_the_lineage(int red, string word)
    {
        var colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");
        var first = await host.Run([colour]);
        await Answered(first, 55).Store(first);
        var again = colour with { Id = Guid.NewGuid() };
        var second = await host.Run([again, Make(QuestionKind.Rating, "Ganz neu?")], terms =>
            terms with { PreviousId = first.Id });
        await Answered(second, red).Store(second);

        var page = await host.Organiser().Open($"{second.Staff}/report");
        Assert.Contains($"rot: {word}", page.All(".change b"));
        Assert.Contains("Die Frage ist neu.", page.Text, StringComparison.Ordinal);
        if (word != "Klar mehr") Assert.DoesNotContain("Klar mehr", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Everybody_reads_a_comparison_only_with_an_edition_that_is_published(bool published)
    {
        var colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");
        var first = await host.Run([colour], terms => terms with { Title = new("Voriges Jahr", "Last year") });
        await Answered(first, 40).Store(first);
        var second = await host.Run([colour with { Id = Guid.NewGuid() }], terms => terms with { PreviousId = first.Id });
        await Answered(second, 80).Store(second);
        foreach (var (survey, shown) in ((RunningSurvey, bool)[])[(first, published), (second, true)])
        {
            await Decide(survey, new CloseSurvey(host.Clock.Now));
            if (shown) await Decide(survey, new PublishReport(true, host.Clock.Now));
        }

        var page = await host.As().Open($"{second.Url}/report");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(published, page.Text.Contains("Voriges Jahr", StringComparison.Ordinal));
        Assert.Equal(published, page.All(".change b").Contains("rot: Klar mehr"));
        Assert.Contains("Klar mehr", (await host.Organiser().Open($"{second.Staff}/report")).Text, StringComparison.Ordinal);

        if (!published) return;
        await Decide(first, new PublishReport(false, host.Clock.Now));
        Assert.Empty((await host.As().Open($"{second.Url}/report")).All(".change"));
    }

    [Fact]
    public async Task Other_questions_are_shown_by_the_answers_to_one()
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        var report = await organiser.Open($"{survey.Running.Staff}/report");
        var form = report.Html.Forms.Single(form => form.QuerySelector("[name=by]") is not null);
        var chosen = form.QuerySelector("option")!.GetAttribute("value");
        var page = await organiser.Open($"{form.GetAttribute("action")}?by={chosen}");

        Assert.Contains("Nach: Welche Farbe?", page.At("h1"), StringComparison.Ordinal);
        Assert.Equal(["rot", "grün", "blau"], page.All("tbody tr th"));
        Assert.Equal(["52", "40", "8"], page.All("tbody tr td:nth-child(2)"));
        Assert.Contains("Diese Gruppen sind zu klein, um zu dieser Frage Zahlen zu zeigen", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound,
            (await organiser.Open($"{survey.Running.Staff}/report?by={survey.Rating.Id}")).Status);
    }

    [Fact]
    public async Task A_group_is_chosen_from_what_is_offered_and_a_refused_one_says_why()
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Running.Staff}/report?filter=");
        var offered = page.Html.QuerySelectorAll("#filter-1 option").Select(option => option.GetAttribute("value")!).ToList();
        Assert.Contains($"{survey.Colour.Id}:1", offered);

        page = await organiser.Open($"{survey.Running.Staff}/report?filter={survey.Colour.Id}:1");
        Assert.Equal("52", page.At(".figures .figure"));
        Assert.DoesNotContain("Mittelwert", page.At("section.question"), StringComparison.Ordinal);
        foreach (var (query, sentence) in ((string, string)[])
        [
            ($"filter={survey.Colour.Id}:9", "gibt es hier nicht"),
            ($"filter={survey.Colour.Id}:1&filter={survey.Colour.Id}:2", "weniger als 5 Menschen"),
            ($"filter={survey.Colour.Id}:1&filter={survey.Colour.Id}:2&filter={survey.Rating.Id}:1", "Mehr als zwei Bedingungen"),
            ("filter=<script>", "gibt es hier nicht"),
        ])
        {
            Assert.Contains(sentence, (await organiser.Open($"{survey.Running.Staff}/report?{query}")).At(".notice"),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_else_reads_the_staffs_report()
    {
        var survey = await FinishedSurvey.In(host);
        foreach (var path in (string[])["report", "report?filter=", "report.pdf", "report.csv", "report.xlsx", "report.json",
            "texts"])
            Assert.Equal(HttpStatusCode.Unauthorized,
                (await host.As().Http.GetAsync($"{survey.Running.Staff}/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{survey.Running.Url}/report")).Status);
    }

    private async Task Decide(RunningSurvey survey, QuestionnaireCommand command) =>
        Assert.Null((await host.Store.Handle(Questionnaire.Stream(survey.Id), Questionnaire.Decider, command)).Refusal);

    private static Responding Answered(RunningSurvey survey, int red)
    {
        var colour = survey.Questions[0];
        return new Responding(survey.Questions).Say(red, (colour, Answer.Of(1))).Say(90 - red, (colour, Answer.Of(2)))
            .Say(10, (colour, Answer.Of(3)));
    }
}
