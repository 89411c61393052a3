using System.Net;
using EventOps.EventStore;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Answering;

/// <summary>The end of a survey is the end, however old the page is that somebody sends.</summary>
public class EndingTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");

    [Fact]
    public async Task A_page_from_before_the_end_is_told_that_it_is_over()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, _) = await survey.Participant();
        await Close(survey);
        page = await browser.Send(page, survey.Url, (AnswerForm.Field(_colour), "2"), ("go", "next"));
        Assert.Contains("Diese Umfrage ist vorbei", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await survey.Empty());
        Assert.Equal(HttpStatusCode.OK, (await host.As().Open(survey.Url)).Status);
        Assert.Contains("Diese Umfrage ist vorbei", (await host.As().Open(survey.Url)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SurveyMode.Anonymous)]
    [InlineData(SurveyMode.Named)]
    public async Task A_host_that_has_not_heard_of_the_end_takes_no_answer_after_it(SurveyMode mode)
    {
        var survey = await host.Run([_colour], terms => terms with { Mode = mode });
        var asItWas = await survey.Now();
        var answer = Response.Of(asItWas, new(new Dictionary<Guid, Answer> { [_colour.Id] = Answer.Of(1) }), null);
        Assert.Equal(Deposit.Taken, await Put());
        await Close(survey);
        Assert.NotEqual(Deposit.Taken, await Put());
        await survey.Empty();
        Assert.Equal(
            1, await host.Database.Read<long>($"select count(*) from surveys.responses where survey_id = '{survey.Id}'"));
        Assert.Equal(1, await host.Database.Read<int>($"select taken from surveys.urns where survey_id = '{survey.Id}'"));

        Task<Deposit> Put() => mode == SurveyMode.Named
            ? host.Services.GetRequiredService<NamedResponses>().Put(survey.Id, Guid.NewGuid(), null, answer, default)
            : host.Services.GetRequiredService<Urn>().Put(survey.Id, asItWas, Guid.NewGuid().ToByteArray(), answer, default);
    }

    [Fact]
    public async Task Who_answers_while_it_ends_is_either_counted_in_the_report_or_told_that_it_is_over()
    {
        var survey = await host.Run([_colour]);
        var people = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => survey.Participant()));
        Assert.All(
            people, one => Assert.True(one.First.Html.Forms.Length > 0, $"{one.First.Status} {one.First.Url} {one.First.Text}"));
        var answering = Task.WhenAll(people.Select(one =>
            one.Browser.Send(one.First, survey.Url, (AnswerForm.Field(_colour), "2"), ("go", "next"))));
        await Close(survey);
        var counted = await survey.Empty();
        var thanked = (await answering).Count(end => end.Text.Contains("Danke!", StringComparison.Ordinal));
        Assert.Equal(thanked, counted);
        Assert.Equal(0, await survey.Empty());
    }

    [Fact]
    public async Task The_very_first_answer_is_waited_for_if_it_is_on_its_way_at_the_end()
    {
        var survey = await host.Run([_colour]);
        var answer = Response.Of(await survey.Now(), new(new Dictionary<Guid, Answer> { [_colour.Id] = Answer.Of(1) }), null);
        var ballot = SealedBallot.Seal(
            host.Services.GetRequiredService<UrnKey>().Public, survey.Id,
            Ballot.Write(answer, Ballot.LengthFor(await survey.Now())));
        await using var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add("insert into surveys.urns (survey_id, taken) values ($1, 1)", Statements.Value(survey.Id));
        batch.Add("insert into surveys.urn (ballot_id, survey_id, ballot) values ($1, $2, $3)",
            Statements.Value(Guid.NewGuid()), Statements.Value(survey.Id), Statements.Value(ballot));
        await batch.ExecuteNonQueryAsync();
        await Close(survey);
        var emptying = survey.Empty();
        await Task.WhenAny(emptying, Task.Delay(300));
        await transaction.CommitAsync();
        Assert.Equal(1, await emptying);
    }

    private async Task Close(RunningSurvey survey) => Assert.Null((await host.Store.Handle(
        Questionnaire.Stream(survey.Id), Questionnaire.Decider, new CloseSurvey(host.Clock.Now))).Refusal);
}
