using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Exporting;

/// <summary>What a row of figures says; the names are part of the files' format and stay.</summary>
public static class Measures
{
    public const string Shown = "shown";
    public const string Answered = "answered";
    public const string Answers = "answers";
    public const string DontKnow = "dont-know";
    public const string TopTwo = "top-two";
    public const string Mean = "mean";
    public const string Median = "median";
    public const string Deviation = "deviation";
    public const string LowerQuartile = "lower-quartile";
    public const string UpperQuartile = "upper-quartile";
    public const string Score = "score";
    public const string First = "first";
    public const string MeanRank = "mean-rank";
    public const string RankScore = "rank-score";

    public static IReadOnlyList<string> All { get; } =
    [
        Shown, Answered, Answers, DontKnow, TopTwo, Mean, Median, Deviation, LowerQuartile, UpperQuartile, Score, First, MeanRank,
        RankScore,
    ];
}

/// <summary>One figure of a report as files hold it: empty where it is withheld, and where there is none.</summary>
/// <param name="Number">The question's place in the report, from 1.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Row">The row of a matrix.</param>
/// <param name="Measure">One of <see cref="Measures"/>.</param>
public sealed record FigureRow(int Number, Question Question, QuestionChoice? Row, string Measure)
{
    /// <summary>The choice, step or group that the figure is about.</summary>
    public int? Code { get; init; }

    public LocalizedText? Answer { get; init; }

    public int? Count { get; init; }

    /// <summary>How many persons the share is of.</summary>
    public int? Base { get; init; }

    public double? Share { get; init; }

    /// <summary>Where the true value lies with 95 % certainty.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>What is no share: a mean, a score, a rank.</summary>
    public double? Value { get; init; }
}
