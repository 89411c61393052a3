using System.Globalization;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.Responses;
using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.Reporting;

/// <summary>Made-up responses to a questionnaire, and the report that follows from them.</summary>
internal sealed class Responding(params IReadOnlyList<Question> questions)
{
    private readonly List<Response> _all = [];

    public Questionnaire Survey { get; } = Questionnaire.Decider.Fold(
    [
        new SurveyPlanned(Guid.NewGuid(), Guid.NewGuid(), SurveyTerms.Usual(new("Wie war Ihr Tag?", "How was your day?"))),
        .. questions.Select(question => new QuestionPut(question)),
    ]);

    public IReadOnlyList<Response> All => _all;

    /// <summary>So many people who gave these answers and left out the rest.</summary>
    public Responding Say(int times, params (Question Question, Answer Answer)[] given)
    {
        var answers = new Answers(given.ToDictionary(one => one.Question.Id, one => one.Answer));
        _all.AddRange(Enumerable.Repeat(Response.Of(Survey, answers, null), times));
        return this;
    }

    public ResponseTable Table => new(_all.Count, [.. Survey.Layout.Slots.Select(
        (_, place) => _all.Select(response => response.Answers[place] ?? ResponseTable.NotAsked).ToArray())]);

    public Report Report(Threshold? threshold = null, int? population = null) => new ReportMaking(
        Survey, Table, population, threshold ?? Threshold.Inside,
        _all.SelectMany(response => response.Texts).Select(text =>
            new TextRow(Guid.NewGuid(), text.QuestionId, text.Words, false))
            .ToLookup(text => text.QuestionId),
        Array.Empty<(Guid Question, string, string)>().ToLookup(merge => merge.Question, merge =>
            (merge.Item2, merge.Item3))).Make();

    /// <summary>The rows as the urn would have written them.</summary>
    public Task Store(RunningSurvey survey) => survey.Host.Database.Execute(string.Concat(
        _all.Select(response => $"""
            insert into surveys.responses (response_id, survey_id, answers) values (gen_random_uuid(), '{survey.Id}',
              array[{string.Join(',', response.Answers.Select(Stored))}]::int[]);
            """).Concat(_all.SelectMany(response => response.Texts).Select(text => $"""
            insert into surveys.texts (text_id, survey_id, question_id, words)
              values (gen_random_uuid(), '{survey.Id}', '{text.QuestionId}',
                '{text.Words.Replace("'", "''", StringComparison.Ordinal)}');
            """))));

    private static string Stored(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}

/// <summary>Reads a report as a person would.</summary>
internal static class Reading
{
    public static QuestionReport Of(this Report report, Question question) =>
        report.Questions.Single(one => one.Question.Id == question.Id);

    public static int?[] Counts(this QuestionReport question) => [.. question.Lines.Select(line => line.Count.OrNone)];

    /// <summary>In percent with one decimal.</summary>
    public static double?[] Shares(this IReadOnlyList<Line> lines) =>
        [.. lines.Select(line => line.Share?.Share is { } share ? Math.Round(100 * share, 1) : (double?)null)];
}
