using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Reporting;

/// <summary>What has changed in one figure since the edition before, along the lineage of its question.</summary>
/// <param name="Line">The choice or row; null for the question as a whole.</param>
/// <param name="Now">This edition: a share, or a mean.</param>
/// <param name="Then">The edition before.</param>
/// <param name="NowRange">Where the true value lies now.</param>
/// <param name="ThenRange">Where it lay.</param>
/// <param name="Difference">With its interval: where it holds zero, there is no clear change.</param>
/// <param name="Unit">What it is measured in.</param>
public sealed record Change(
    Line? Line, double Now, double Then, Interval? NowRange, Interval? ThenRange, Difference Difference, ChangeUnit Unit);

/// <summary>What a change is measured in.</summary>
public enum ChangeUnit
{
    /// <summary>A share from 0 to 1.</summary>
    Share,

    /// <summary>Points of a scale.</summary>
    Mean,

    /// <summary>Points of the net promoter score.</summary>
    Score,
}

/// <summary>Compares a question with the one of the same lineage in the edition before.</summary>
/// <param name="Changes">What can be compared; none where groups are too small.</param>
/// <param name="Reworded">The words of the question have changed: the comparison is weaker.</param>
public sealed record LineageComparison(IReadOnlyList<Change> Changes, bool Reworded)
{
    /// <summary>Null where the question is new.</summary>
    public static LineageComparison? Of(QuestionReport now, Report? before)
    {
        if (before?.Questions.FirstOrDefault(question => question.Question.Lineage == now.Question.Lineage && question.Question.Kind == now.Question.Kind) is not { } then)
            return null;
        return new([.. ChangesOf(now, then)], now.Question.Text != then.Question.Text);
    }

    private static IEnumerable<Change> ChangesOf(QuestionReport now, QuestionReport then) => now.Question.Kind switch
    {
        QuestionKind.Rating when now.Question.Scale?.Most == then.Question.Scale?.Most => Shares(
            null, now.Rating?.TopTwo, then.Rating?.TopTwo),
        QuestionKind.Matrix when now.Question.Scale?.Most == then.Question.Scale?.Most =>
            Pairs(now, then).SelectMany(pair => Shares(pair.Now, pair.Now.Rating?.TopTwo, pair.Then.Rating?.TopTwo)),
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice =>
            Pairs(now, then).SelectMany(pair => Shares(pair.Now, pair.Now.Share, pair.Then.Share)),
        QuestionKind.Recommend => Score(now, then),
        _ => [],
    };

    private static IEnumerable<(Line Now, Line Then)> Pairs(QuestionReport now, QuestionReport then) =>
        from line in now.Lines join other in then.Lines on line.Code equals other.Code select (line, other);

    private static IEnumerable<Change> Shares(Line? line, Proportion? now, Proportion? then)
    {
        if (now?.Share is { } share && then?.Share is { } before)
            yield return new(line, share, before, now.Interval, then.Interval, Difference.Of(now, then), ChangeUnit.Share);
    }

    private static IEnumerable<Change> Score(QuestionReport now, QuestionReport then)
    {
        if (ScoreOf(now) is { Score: { } score } here && ScoreOf(then) is { Score: { } before } there)
            yield return new(null, score, before, here.Interval, there.Interval, Difference.Of(here, there), ChangeUnit.Score);
    }

    private static NetPromoter? ScoreOf(QuestionReport question) =>
        question.Promoters is { Groups: { IsComplete: true, Cells: [var promoters, var passives, var detractors] } }
            ? NetPromoter.Of(promoters.OrNone!.Value, passives.OrNone!.Value, detractors.OrNone!.Value, question.Lines[0].Share?.Population) : null;
}
