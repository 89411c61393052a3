using System.Net;
using System.Net.Http.Headers;
using EventOps.Registration.Tests;
using EventOps.Surveys.Importing;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests.Importing;

public class ImportPageTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task What_is_taken_over_is_shown_first_and_then_made_once()
    {
        var (eventId, slug) = await host.Event();
        var organiser = host.Organiser();
        var preview = await Upload(organiser, slug, SampleFilesTests.Sample("after-the-day.lss"));
        Assert.Contains("Wie bist du gekommen?", preview.At("[aria-labelledby=taken]"), StringComparison.Ordinal);
        Assert.Contains("count(self.sq_1) > 2", preview.At("[aria-labelledby=not-taken]"), StringComparison.Ordinal);
        Assert.Equal(0, await Surveys(eventId));

        var made = await organiser.Send(preview, $"/events/{slug}/surveys/import/make");
        await organiser.Send(preview, $"/events/{slug}/surveys/import/make");
        Assert.Equal(1, await Surveys(eventId));
        Assert.Equal("Nach dem Tag", made.At("h1"));
        var survey = (await host.Store.Load(Questionnaire.Stream(Guid.Parse(made.Url[^36..])), Questionnaire.Decider)).State;
        Assert.Equal(
            (7, SurveyStage.Draft, "Hallo!\nSchön, dass du da bist."),
            (survey.Questions.Count, survey.Stage, survey.Terms.Welcome.De));
    }

    [Fact]
    public async Task Broken_files_come_back_with_a_sentence_and_leave_nothing_behind()
    {
        var (eventId, slug) = await host.Event();
        var organiser = host.Organiser();
        foreach (var file in (string[])["<document>", "{", "", "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://localhost/'>]><a>&b;</a>"])
        {
            var page = await Upload(organiser, slug, System.Text.Encoding.UTF8.GetBytes(file));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.StartsWith("Fehler:", page.Title, StringComparison.Ordinal);
            Assert.NotEmpty(page.At(".error-summary li"));
        }

        var huge = await Upload(organiser, slug, new byte[QuestionnaireFile.MostBytes + 1]);
        Assert.Contains("größer als 2 MB", huge.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(0, await Surveys(eventId));
    }

    [Fact]
    public async Task Markup_in_texts_stays_text()
    {
        var (_, slug) = await host.Event();
        var organiser = host.Organiser();
        var preview = await Upload(organiser, slug, SampleFilesTests.Sample("after-the-day.json"));
        var made = await organiser.Send(preview, $"/events/{slug}/surveys/import/make");
        foreach (var page in (Page[])[preview, made])
        {
            Assert.Empty(page.Html.QuerySelectorAll("main img"));
            Assert.Contains("<img src=x onerror=alert(1)> What else?", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("alert(1)</script>", page.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_survey_that_is_taken_along_comes_back_the_same()
    {
        var asked = Asking.Make(QuestionKind.Matrix, "Wie fanden Sie …");
        var when = new Condition(false, [new(asked.Id, 2, Comparison.AtLeast, 4, null)]);
        var survey = await host.Run([asked, Asking.Make(QuestionKind.Recommend, "Würden Sie …?", when: when)]);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Staff}/export");
        foreach (var link in page.Html.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!))
        {
            var answer = await organiser.Http.GetAsync(link);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            var preview = await Upload(organiser, survey.Slug, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(["Wie fanden Sie …", "Würden Sie …?"], preview.All("[aria-labelledby=taken] tbody th"));
            Assert.Empty(preview.All("[aria-labelledby=not-taken]"));
        }
    }

    [Fact]
    public async Task Only_organisers_import()
    {
        var (_, slug) = await host.Event();
        Assert.NotEqual(HttpStatusCode.OK, (await host.As().Open($"/events/{slug}/surveys/import")).Status);
    }

    private Task<long> Surveys(Guid eventId) =>
        host.Database.Read<long>($"select count(*) from surveys.surveys where event_id = '{eventId}'");

    private static async Task<Page> Upload(Registration.Tests.Browser organiser, string slug, byte[] bytes)
    {
        var page = await organiser.Open($"/events/{slug}/surveys/import");
        var token = page.Html.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { file, "file", "questionnaire.lss" },
        };
        var answer = await organiser.Http.PostAsync($"/events/{slug}/surveys/import", form);
        var text = await answer.Content.ReadAsStringAsync();
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text);
        return new(answer.RequestMessage!.RequestUri!.ToString(), answer, text, html);
    }
}
