using EventOps.EventStore;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;
using static EventOps.Surveys.Tests.Asking;
using static EventOps.Surveys.Tests.Ballots.Relinking;

namespace EventOps.Surveys.Tests.Ballots;

/// <summary>P-05: with everything that is stored, nobody does better than chance.</summary>
public class UnlinkabilityTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private const int People = 200;

    [Fact]
    public async Task Who_holds_the_whole_database_and_the_order_of_redemption_guesses_no_better_than_chance()
    {
        var (survey, truth) = await Answered();
        await survey.Empty();
        var rows = await Rows(survey);
        Assert.Equal(People, rows.Count);
        var (way, hits) = Best(truth, rows);
        var chance = ChanceOf(hits, truth);
        Assert.True(chance > 0.001, $"By {way} {hits} of {People} are right; chance does that in {chance:P2} of all cases.");
    }

    [Fact]
    public async Task The_attacker_finds_a_leak_where_there_is_one()
    {
        var (survey, truth) = await Answered();
        await survey.Empty();
        // Written in the order in which they came, as others do.
        await host.Database.Execute($"delete from surveys.responses where survey_id = '{survey.Id}'");
        foreach (var answer in truth)
            await host.Database.Execute(
                $"insert into surveys.responses values (gen_random_uuid(), '{survey.Id}', null, array[{answer}])");
        var (_, hits) = Best(truth, await Rows(survey));
        Assert.True(ChanceOf(hits, truth) < 0.001, $"Only {hits} of {People} were found.");
    }

    [Fact]
    public async Task A_later_batch_mixes_with_the_ones_before()
    {
        var (survey, truth) = await Answered(half => survey => half ? survey.Empty(ended: false) : Task.FromResult(0));
        await survey.Empty();
        var rows = await Rows(survey);
        Assert.Single(rows.Select(row => row.Transaction).Distinct());
        Assert.True(ChanceOf(Best(truth, rows).Hits, truth) > 0.001);
    }

    [Fact]
    public async Task Fewer_than_ten_ballots_wait_and_nobody_can_read_them()
    {
        var survey = await host.Run([Make(QuestionKind.SingleChoice, "Farbe?"), Make(QuestionKind.LongText, "Was noch?")]);
        for (var at = 0; at < 9; at++)
        {
            var (browser, page, _) = await survey.Participant();
            await browser.Send(page, survey.Url, (AnswerForm.Field(survey.Questions[1]), $"Kanarienvogel {at}"), ("go", "next"));
        }

        Assert.Equal(0, await survey.Empty(ended: false));
        var dump = await host.Texts($"select encode(ballot, 'escape') from surveys.urn where survey_id = '{survey.Id}'");
        Assert.Equal(9, dump.Count);
        Assert.DoesNotContain(dump, ballot => ballot.Contains("Kanarienvogel", StringComparison.Ordinal));
        Assert.Single(await host.Texts($"select distinct length(ballot)::text from surveys.urn where survey_id = '{survey.Id}'"));
    }

    [Fact]
    public async Task No_table_holds_a_key_that_an_invitation_and_an_answer_share()
    {
        var (survey, _) = await Answered(people: 12);
        await survey.Empty();
        var tickets = await host.Texts($"select ticket_id::text from surveys.invitations where survey_id = '{survey.Id}'");
        var besideAnswers = await host.Texts($"""
            select to_jsonb(r)::text from surveys.responses r where survey_id = '{survey.Id}'
            union all select to_jsonb(t)::text from surveys.texts t where survey_id = '{survey.Id}'
            union all select encode(serial, 'hex') from surveys.spent where survey_id = '{survey.Id}'
            """);
        Assert.Equal(12, tickets.Count);
        Assert.DoesNotContain(besideAnswers, row => tickets.Any(ticket =>
            row.Contains(ticket, StringComparison.OrdinalIgnoreCase) || row.Contains(ticket.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)));
        Assert.Equal(0, await host.Database.Read<long>($"""
            select count(*) from information_schema.columns where table_schema = 'surveys' and table_name in ('responses', 'texts', 'urn', 'spent')
            and data_type like 'timestamp%'
            """));
        Assert.Equal(0, await host.Database.Read<long>(
            "select count(*) from eventops.mt_events where stream_id like 'invitation-%' and (correlation_id is not null or causation_id is not null)"));
    }

    [Fact]
    public async Task A_ballot_that_somebody_changed_shuts_its_own_urn_and_no_other()
    {
        var (broken, whole) = (await host.Run([Make(QuestionKind.Rating, "Wie?")]), await host.Run(
            [Make(QuestionKind.Rating, "Wie?")]));
        foreach (var survey in new[] { broken, whole })
        {
            var (browser, page, _) = await survey.Participant();
            await browser.Send(page, survey.Url, (AnswerForm.Field(survey.Questions[0]), "4"), ("go", "next"));
            Assert.Null((await host.Store.Handle(Questionnaire.Stream(survey.Id), Questionnaire.Decider, new CloseSurvey(host.Clock.Now))).Refusal);
        }

        await host.Database.Execute(
            $"update surveys.urn set ballot = set_byte(ballot, 200, 1) || '\\x00' where survey_id = '{broken.Id}'");
        await host.Services.GetRequiredService<SurveyClock>().Run(CancellationToken.None);
        Assert.Equal(1, await host.Database.Read<long>($"select count(*) from surveys.responses where survey_id = '{whole.Id}'"));
        Assert.Equal(1, await host.Database.Read<long>($"select count(*) from surveys.urn where survey_id = '{broken.Id}'"));
    }

    private async Task<(RunningSurvey Survey, List<int> Truth)> Answered(
        Func<bool, Func<RunningSurvey, Task<int>>>? between = null, int people = People)
    {
        var colour = Make(QuestionKind.SingleChoice, "Farbe?") with { Choices = Choices("a", "b", "c", "d", "e", "f", "g", "h") };
        var survey = await host.Run([colour]);
        var dice = new Random(4711);
        var truth = new List<int>();
        for (var at = 0; at < people; at++)
        {
            var (browser, page, _) = await survey.Participant();
            truth.Add(dice.Next(1, 9));
            var end = await browser.Send(page, survey.Url, (AnswerForm.Field(colour), $"{truth[^1]}"), ("go", "next"));
            Assert.Contains("Danke!", end.Text, StringComparison.Ordinal);
            if (between is not null) await between(at == people / 2)(survey);
        }

        return (survey, truth);
    }

    private async Task<List<Found>> Rows(RunningSurvey survey)
    {
        await using var command = host.Database.DataSource.CreateCommand($"""
            select answers[1], (ctid::text::point)[0]::bigint, (ctid::text::point)[1]::bigint, xmin::text::bigint, response_id,
              pg_column_size(answers)::bigint
            from surveys.responses where survey_id = '{survey.Id}'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Found>();
        while (await reader.ReadAsync())
            rows.Add(new(
                reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetGuid(4),
                reader.GetInt64(5)));
        return rows;
    }
}
