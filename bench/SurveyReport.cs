using System.Diagnostics;
using EventOps.Bench.Measuring;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Surveys;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Bench;

/// <summary>
/// The report of a group that half of all responses belong to, read from the table each time: protected counts with shares and
/// intervals. The reference is one SQL aggregate over the same table that counts every answer to every question.
/// </summary>
public static class SurveyReport
{
    private const int Questions = 30;
    private static readonly Guid s_survey = Guid.NewGuid();

    // Two ways to write it; the faster one counts.
    private static readonly string[] s_aggregates =
    [
        $"""
        select q, answers[q], count(*) from surveys.responses, generate_series(1, {Questions}) q
        where survey_id = '{s_survey}' and answers[1] = 1 group by 1, 2
        """,
        $"""
        select a.q, a.answer, count(*) from surveys.responses, unnest(answers) with ordinality a (answer, q)
        where survey_id = '{s_survey}' and answers[1] = 1 group by 1, 2
        """,
    ];

    public static async Task Run(Setting setting)
    {
        var responses = setting.Quick ? 10_000 : 100_000;
        await using var services = new ServiceCollection().AddEventStore().AddMessaging().AddSurveys(
            UrnKey.New).BuildServiceProvider();
        await using var database = await BenchDatabase.Create(setting.Server, services.GetRequiredService<EventStoreModel>());
        var survey = Sample();
        await Fill(database, survey, responses);

        var reading = new ResponseReading(database.DataSource);
        await Report(reading, survey, responses);
        var (ours, sql) = (new List<double>(), new List<double>[] { [], [] });
        var rounds = setting.Quick ? 3 : 9;
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Milliseconds(() => Report(reading, survey, responses)));
            for (var way = 0; way < s_aggregates.Length; way++) sql[way].Add(
                await Milliseconds(() => database.Execute(s_aggregates[way])));
        }

        var reference = sql.Min(way => way.Median());
        setting.Figures.Print($"{responses}.sql.ms", reference, "ms");
        setting.Figures.AtMost($"{responses}.ratio", ours.Median() / reference, 2, "x");
        setting.Figures.AtMost($"{responses}.ms", ours.Median(), 500, "ms");
    }

    private static async Task Report(ResponseReading reading, Questionnaire survey, int responses)
    {
        var table = await reading.Of(s_survey, survey.Layout.Slots.Count, CancellationToken.None);
        var groups = Groups.Of(survey, table, Threshold.Inside);
        var half = groups.Find($"{survey.Questions[0].Id}:1") ?? throw new CannotMeasure("There is no group of half of all.");
        var report = FilteredReport.Of(survey, table, groups, [half]);
        var intervals = report.Questions.SelectMany(question => question.Parts).SelectMany(part => part.Lines)
            .Count(line => line.Share?.Interval is { High: > 0 });
        if (table.Responses != responses || !(report.Size.OrNone > responses * 0.4) || intervals < 4 * (Questions - 1))
            throw new CannotMeasure($"The report is not what was asked for: {report.Size}, {intervals} intervals.");
    }

    /// <summary>A question that halves all, then choices and ratings in turn.</summary>
    private static Questionnaire Sample()
    {
        var survey = Questionnaire.Decider.Initial;
        QuestionnaireEvent[] happened =
        [
            new SurveyPlanned(Guid.NewGuid(), Guid.NewGuid(), SurveyTerms.Usual(new("Umfrage", "Survey"))),
            .. Enumerable.Range(0, Questions).Select(at => new QuestionPut(Question(at))),
        ];
        return happened.Aggregate(survey, Questionnaire.Evolve);
    }

    private static Question Question(int at)
    {
        var (id, text) = (Guid.NewGuid(), new LocalizedText($"Frage {at}", $"Question {at}"));
        var choices = Enumerable.Range(1, at == 0 ? 2 : 5).Select(code => new QuestionChoice(code, new($"{code}", $"{code}")));
        return at % 2 == 0
            ? new(id, id, QuestionKind.SingleChoice, 1, text, LocalizedText.Empty, [.. choices], [], null, Need.Voluntary, false,
                Bounds.None, null)
            : new(id, id, QuestionKind.Rating, 1, text, LocalizedText.Empty, [], [],
                new(1, 5, new("schlecht", "bad"), new("gut", "good")),
                Need.Voluntary, false, Bounds.None, null);
    }

    // One in thirty leaves a question out.
    private static Task Fill(BenchDatabase database, Questionnaire survey, int responses)
    {
        var answers = survey.Questions.Select((_, at) => at == 0
            ? "1 + (random() * 2)::int % 2"
                : $"case when random() < 0.033 then {AnswerLayout.Skipped} else 1 + floor(random() * 5)::int end");
        return database.Execute($"""
            insert into surveys.responses (response_id, survey_id, answers)
            select gen_random_uuid(), '{s_survey}', array[{string.Join(", ", answers)}] from generate_series(1, {responses});
            analyze surveys.responses
            """);
    }

    private static async Task<double> Milliseconds(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
