using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Tests.Reporting;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Exporting;

/// <summary>A survey with one question of each kind that has ended, with a hundred responses.</summary>
internal sealed class FinishedSurvey
{
    public const string Secret = "Frau Annegret Musterfrau sagte =SUMME(A1)";

    public Question Colour { get; } = Make(QuestionKind.SingleChoice, "Welche Farbe?");

    public Question Several { get; } = Make(QuestionKind.MultipleChoice, "=Welche Farben?");

    public Question Rating { get; } = Make(QuestionKind.Rating, "Wie war es?");

    public Question Recommend { get; } = Make(QuestionKind.Recommend, "Empfehlen Sie uns?");

    public Question Matrix { get; } = Make(QuestionKind.Matrix, "Wie waren …?");

    public Question Ranking { get; } = Make(QuestionKind.Ranking, "In welcher Reihenfolge?");

    public Question Number { get; } = Make(QuestionKind.Number, "Wie viele Jahre?");

    public Question Words { get; } = Make(QuestionKind.LongText, "Was noch?");

    public RunningSurvey Running { get; private set; } = null!;

    /// <summary>Eight people chose blue: shown to organisers, not to everybody.</summary>
    public static async Task<FinishedSurvey> In(SurveysHost host, Func<FinishedSurvey, Responding, Responding>? also = null,
        bool isPublic = false, Guid? previous = null)
    {
        var one = new FinishedSurvey();
        List<Question> questions = [one.Colour, one.Several, one.Rating, one.Recommend, one.Matrix, one.Ranking, one.Number,
            one.Words];
        one.Running = await host.Run(questions, terms => terms with { PreviousId = previous });
        var responses = new Responding(questions);
        for (var person = 0; person < 100; person++)
        {
            var step = 1 + person % 5;
            responses.Say(1,
                (one.Colour, Answer.Of(person < 8 ? 3 : person < 48 ? 2 : 1)),
                (one.Several, Answer.Chosen(person % 2 == 0 ? [1] : [1, 2])), (one.Rating, Answer.Of(step)),
                (one.Recommend, Answer.Of(person % 3 == 0 ? 3 : person % 3 == 1 ? 8 : 10)),
                (one.Matrix, new(new Dictionary<int, int> { [1] = step, [2] = 6 - step })),
                (one.Ranking, Answer.Ranked(person % 2 == 0 ? [1, 2, 3] : [2, 1, 3])), (one.Number, Answer.Of(person)),
                (one.Words, Answer.Words(person < 12 ? "Mehr Suppe" : Secret)));
        }

        await (also?.Invoke(one, responses) ?? responses).Store(one.Running);
        await one.Do(new CloseSurvey(host.Clock.Now));
        if (isPublic) await one.Do(new PublishReport(true, host.Clock.Now));
        return one;
    }

    public async Task Do(QuestionnaireCommand command) =>
        Assert.Null((await Running.Host.Store.Handle(new Work().On(Questionnaire.Stream(Running.Id), Questionnaire.Decider,
            command))).Refusal);
}

/// <summary>Reads a CSV file back, as RFC 4180 says.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string file)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        file = file.TrimStart('\uFEFF');
        for (var at = 0; at < file.Length; at++)
        {
            var letter = file[at];
            if (letter == '"' && quoted && at + 1 < file.Length && file[at + 1] == '"') cell.Append(file[++at]);
            else if (letter == '"') quoted = !quoted;
            else if (quoted || letter is not (',' or '\r' or '\n')) cell.Append(letter);
            else if (letter is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter == ',') continue;
                rows.Add(row);
                row = [];
            }
        }

        return rows;
    }
}
