using System.Net;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Tests.Exporting;
using EventOps.Surveys.Tests.Reporting;

namespace EventOps.Surveys.Tests.ReadingTexts;

public class TextsPageTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Theory]
    [InlineData("de", "Frau Annegret Musterfrau (Name)")]
    [InlineData("en", "Frau Annegret Musterfrau (name)")]
    public async Task Places_that_may_name_somebody_are_marked(string language, string mark)
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        organiser.Http.DefaultRequestHeaders.Remove("Accept-Language");
        organiser.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        var page = await organiser.Open($"{survey.Running.Staff}/texts");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(50, page.All("ol.answers > li").Count);
        Assert.Contains(mark, page.All("mark"));
    }

    [Fact]
    public async Task A_text_is_shown_blanked_and_taken_back()
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Running.Staff}/texts");
        var item = page.Html.QuerySelectorAll("ol.answers > li")
            .First(item => item.TextContent.Contains("Musterfrau", StringComparison.Ordinal));
        var action = item.QuerySelector("form")!.GetAttribute("action")!;
        await organiser.Send(page, action, ("as", "blanked"));

        Assert.Equal(["[…] sagte =SUMME(A1)"], await Shown(survey));
        var report = await organiser.Open($"{survey.Running.Staff}/report");
        Assert.Equal(["„[…] sagte =SUMME(A1)“"], report.All("ol.answers > li"));

        var hide = action.Replace("/show", "/hide", StringComparison.Ordinal);
        for (var number = 1; number == 1 || page.Html.Forms.All(form => form.GetAttribute("action") != hide); number++)
            page = await organiser.Open($"{survey.Running.Staff}/texts?page={number}");
        await organiser.Send(page, hide);
        Assert.Empty(await Shown(survey));
    }

    [Fact]
    public async Task A_text_that_has_a_new_id_is_answered_with_a_sentence()
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Running.Staff}/texts");
        var action = page.Html.QuerySelector("ol.answers form")!.GetAttribute("action")!;
        await host.Database.Execute(
            $"update surveys.texts set text_id = gen_random_uuid() where survey_id = '{survey.Running.Id}'");
        var answer = await organiser.Send(page, action, ("as", "written"));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Die Liste hat sich inzwischen geändert", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await Shown(survey));
    }

    [Fact]
    public async Task Themes_are_merged_by_hand_and_parted_again()
    {
        var survey = await FinishedSurvey.In(host, (one, responses) => responses
            .Say(15, (one.Words, Answer.Words("Essen war gut"))).Say(15, (one.Words, Answer.Words("Das Mittagessen"))));
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Running.Staff}/texts");
        var keys = page.Html.QuerySelectorAll("select[name=theme] option")
            .Select(option => (Key: option.GetAttribute("value")!, Text: option.TextContent)).ToList();
        var (lunch, food) = (keys.First(key => key.Text.StartsWith("Mittagessen", StringComparison.Ordinal)).Key,
            keys.First(key => key.Text.StartsWith("Essen", StringComparison.Ordinal)).Key);

        page = await organiser.Send(page, $"{survey.Running.Staff}/texts/merge", ("theme", lunch), ("into", food));
        Assert.Contains("Essen in 30 Texten", page.All(".theme-list li"));
        Assert.Contains("Essen in 30 Texten", (await organiser.Open($"{survey.Running.Staff}/report")).All(".theme-list li"));
        page = await organiser.Send(page, $"{survey.Running.Staff}/texts/part");
        Assert.Contains("Essen in 15 Texten", page.All(".theme-list li"));
        Assert.Equal(HttpStatusCode.Conflict,
            (await organiser.Send(page, $"{survey.Running.Staff}/texts/merge", ("theme", "nichts"), ("into", food))).Status);
    }

    [Fact]
    public async Task With_few_answers_no_text_is_read()
    {
        var words = Asking.Make(QuestionKind.LongText, "Was noch?");
        var survey = await host.Run([words]);
        await new Responding(words).Say(9, (words, Answer.Words("Geheim"))).Store(survey);
        var page = await host.Organiser().Open($"{survey.Staff}/texts");
        Assert.Contains("Texte sind ab 10 Antworten zu lesen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", page.Source, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> Shown(FinishedSurvey survey) =>
        host.Texts($"select words from surveys.texts where survey_id = '{survey.Running.Id}' and shown");
}
