using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Answering;

/// <summary>How far somebody is: counts only pages that are asked given the answers so far, and what they take.</summary>
/// <param name="Number">This page among those that are asked, from 1.</param>
/// <param name="Of">How many are asked.</param>
/// <param name="Minutes">How long this page and the ones after it take; at least 1.</param>
public sealed record Progress(int Number, int Of, int Minutes)
{
    public static Progress On(int page, IReadOnlyList<Question> asked)
    {
        var pages = PagesOf(asked);
        var seconds = asked.Where(question => question.Page >= page).Sum(Seconds);
        return new(
            Math.Max(1, pages.Count(number => number <= page)), Math.Max(1, pages.Count), Math.Max(1, (seconds + 30) / 60));
    }

    /// <summary>The pages that hold a question that is asked.</summary>
    public static IReadOnlyList<int> PagesOf(IReadOnlyList<Question> asked) =>
        [.. asked.Select(question => question.Page).Distinct().Order()];

    // What people usually take, in seconds.
    private static int Seconds(Question question) => question.Kind switch
    {
        QuestionKind.LongText => 30,
        QuestionKind.ShortText or QuestionKind.Number or QuestionKind.Date => 12,
        QuestionKind.Matrix => 6 * question.Rows.Count,
        QuestionKind.Ranking => 6 * question.Choices.Count,
        QuestionKind.MultipleChoice => 12,
        QuestionKind.Statement => 5,
        _ => 8,
    };
}
