using EventOps.Contracts;
using EventOps.Surveys.FreeTexts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Reporting;

/// <summary>
/// What may be said about a survey, and to whom: every number in it has passed the protection of small groups, so whoever shows it,
/// as page, file or drawing, has nothing left to decide.
/// </summary>
/// <param name="Survey">What was asked.</param>
/// <param name="Population">Whom the survey was meant for, such as all who were there; null where that is unknown.</param>
/// <param name="Answers">How many answered; withheld below the threshold.</param>
/// <param name="IsTooSmall">Fewer answers than a report needs: it says nothing else.</param>
/// <param name="Threshold">Groups smaller than this are not shown.</param>
/// <param name="Questions">In the order of the questionnaire; statements are left out.</param>
public sealed record Report(
    Questionnaire Survey, int? Population, Shown<int> Answers, bool IsTooSmall, Threshold Threshold,
    IReadOnlyList<QuestionReport> Questions)
{
    /// <summary>Share of the population that answered.</summary>
    public double? Rate =>
        Population is > 0 and var all && Answers.OrNone is { } answers ? Math.Min(1, (double)answers / all) : null;
}

/// <summary>What may be said about one question.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Shown">How many saw it: conditions keep it from some.</param>
/// <param name="Answered">How many answered it: the base of its shares.</param>
/// <param name="Lines">One for each choice, step or row.</param>
public sealed record QuestionReport(Question Question, Shown<int> Shown, Shown<int> Answered, IReadOnlyList<Line> Lines)
{
    /// <summary>Of a rating: its mean and spread; of a matrix in its <see cref="Lines"/>.</summary>
    public RatingReport? Rating { get; init; }

    public Promoters? Promoters { get; init; }

    /// <summary>The interval of the net promoter score, where all its groups are shown.</summary>
    public Interval? ScoreInterval { get; init; }

    public Numbers? Numbers { get; init; }

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>Texts that somebody has read and chosen to show.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Rounded shares do not sum to 100, or several answers could be chosen.</summary>
    public Percentages? Percentages { get; init; }
}

/// <summary>One choice, step of a scale, row of a matrix, ranked thing or month, with how many chose it.</summary>
/// <param name="Code">The code of the choice or row, or the value of the step.</param>
/// <param name="Text">Its words.</param>
/// <param name="Count">How many chose it.</param>
/// <param name="Share">Of its base, with the interval; null where the count is withheld.</param>
public sealed record Line(int Code, LocalizedText Text, Shown<int> Count, Proportion? Share)
{
    /// <summary>Of a row: its own base, counts by step, and mean.</summary>
    public RatingReport? Rating { get; init; }

    /// <summary>Of a ranked thing: mean rank, and score from 0 to 1.</summary>
    public (double? MeanRank, double? Score)? Rank { get; init; }
}

/// <summary>What may be said about one scale.</summary>
/// <param name="Base">How many gave a value; "do not know" is not among them.</param>
/// <param name="Steps">One for each step.</param>
/// <param name="Mean">The mean, where it gives nobody away.</param>
/// <param name="All">Median, spread and interval, where no count is withheld.</param>
/// <param name="TopTwo">The share of the two best steps, where no count is withheld.</param>
/// <param name="DontKnow">How many said that they do not know.</param>
public sealed record RatingReport(
    Shown<int> Base, IReadOnlyList<Line> Steps, Shown<decimal> Mean, Description? All, Proportion? TopTwo, Shown<int> DontKnow);
