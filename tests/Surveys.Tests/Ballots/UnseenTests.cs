using System.Buffers.Text;
using System.Net;
using EventOps.Registration.Tests;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Ballots;

/// <summary>The way of browsers with JavaScript: a paper signed blindly, and an answer that comes with nothing else.</summary>
public class UnseenTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?", need: Need.Required);

    [Fact]
    public async Task A_paper_that_was_signed_unseen_brings_one_answer_in()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, _) = await survey.Participant();
        var paper = new BlindPaper(
            Convert.FromHexString(page.Html.QuerySelector("form[data-modulus]")!.GetAttribute("data-modulus")!));

        var signature = paper.Finish(await Signed(browser, page, survey, paper));
        Assert.Equal(HttpStatusCode.NoContent, await Send(survey, paper.Paper, signature, "2"));
        Assert.Equal(HttpStatusCode.NoContent, await Send(survey, paper.Paper, signature, "3"));

        Assert.Equal(1, await survey.Empty());
        Assert.Equal(
            2, await host.Database.Read<int>($"select answers[1] from surveys.responses where survey_id = '{survey.Id}'"));
    }

    [Fact]
    public async Task After_a_broken_connection_the_same_paper_is_signed_again_and_no_other_one()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, _) = await survey.Participant();
        var modulus = Convert.FromHexString(page.Html.QuerySelector("form[data-modulus]")!.GetAttribute("data-modulus")!);
        var paper = new BlindPaper(modulus);
        var first = await Signed(browser, page, survey, paper);
        Assert.Equal(first, await Signed(browser, page, survey, paper));
        Assert.Equal(HttpStatusCode.Conflict, (await Ask(browser, page, survey, new BlindPaper(modulus))).StatusCode);
        var plain = await browser.Send(page, survey.Url, (AnswerForm.Field(_colour), "1"), ("go", "next"));
        Assert.Contains("Sie haben schon geantwortet", plain.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answered_the_plain_way_gets_no_paper()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, _) = await survey.Participant();
        await browser.Send(page, survey.Url, (AnswerForm.Field(_colour), "1"), ("go", "next"));
        var modulus = Convert.FromHexString(page.Html.QuerySelector("form[data-modulus]")!.GetAttribute("data-modulus")!);
        Assert.NotEqual(HttpStatusCode.OK, (await Ask(browser, page, survey, new BlindPaper(modulus))).StatusCode);
    }

    [Fact]
    public async Task A_paper_that_nobody_signed_or_for_another_survey_brings_nothing_in()
    {
        var (survey, other) = (await host.Run([_colour]), await host.Run([Make(QuestionKind.Rating, "Wie?")]));
        var (browser, page, _) = await other.Participant();
        var paper = new BlindPaper(
            Convert.FromHexString(page.Html.QuerySelector("form[data-modulus]")!.GetAttribute("data-modulus")!));
        var signature = paper.Finish(await Signed(browser, page, other, paper));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(survey, paper.Paper, signature, "2"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(survey, paper.Paper, new byte[256], "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(survey, paper.Paper, signature, "77"));
    }

    [Fact]
    public async Task What_was_signed_tells_nothing_of_the_paper()
    {
        // The same paper, blinded twice, is two unrelated numbers; and a signature verifies as any RSA-PSS signature does.
        var survey = await host.Run([_colour]);
        var papers = host.Services.GetRequiredService<BallotPapers>();
        var modulus = await papers.ModulusOf(survey.Id, CancellationToken.None);
        var (one, two) = (new BlindPaper(modulus), new BlindPaper(modulus));
        Assert.NotEqual(one.Blinded, two.Blinded);
        var signature = one.Finish((await papers.Sign(survey.Id, one.Blinded, CancellationToken.None))!);
        Assert.True(await papers.IsSigned(survey.Id, one.Paper, signature, CancellationToken.None));
        Assert.False(await papers.IsSigned(survey.Id, two.Paper, signature, CancellationToken.None));
        Assert.Null(await papers.Sign(survey.Id, [.. Enumerable.Repeat((byte)255, 256)], CancellationToken.None));
    }

    private static async Task<byte[]> Signed(Browser browser, Page page, RunningSurvey survey, BlindPaper paper)
    {
        var answer = await Ask(browser, page, survey, paper);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Base64Url.DecodeFromChars(await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> Ask(Browser browser, Page page, RunningSurvey survey, BlindPaper paper)
    {
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return browser.Http.PostAsync($"{survey.Url}/paper", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["blinded"] = Base64Url.EncodeToString(paper.Blinded),
        }));
    }

    // From a browser that has no cookie of ours at all.
    private async Task<HttpStatusCode> Send(RunningSurvey survey, byte[] paper, byte[] signature, string colour)
    {
        using var nobody = host.As();
        using var answer = await nobody.Http.PostAsync($"{survey.Url}/ballot", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [AnswerForm.Field(survey.Questions[0])] = colour,
            ["paper"] = Base64Url.EncodeToString(paper),
            ["signature"] = Base64Url.EncodeToString(signature),
        }));
        return answer.StatusCode;
    }
}
