using System.Text.Json.Serialization;
using EventOps.Contracts;

namespace EventOps.Surveys.Questionnaires;

/// <summary>What kind of answer a question takes.</summary>
public enum QuestionKind
{
    /// <summary>No answer: a text between questions.</summary>
    Statement,
    SingleChoice,
    MultipleChoice,
    Rating,

    /// <summary>Would you recommend it? 0 to 10, read as a net promoter score.</summary>
    Recommend,

    /// <summary>Several statements on one scale.</summary>
    Matrix,
    Ranking,
    Number,
    Date,
    ShortText,
    LongText,
}

/// <summary>Whether a question may be left out.</summary>
public enum Need
{
    Voluntary,

    /// <summary>Asked once more when it was left out, then taken as it is.</summary>
    Wished,
    Required,
}

/// <summary>One possible answer, or one row of a matrix. The code is what is stored: texts may be corrected, codes never change.</summary>
/// <param name="Code">From 1; 0 is "other".</param>
/// <param name="Text">How it is worded.</param>
/// <param name="Alone">Excludes every other choice: "none of these".</param>
public sealed record QuestionChoice(int Code, LocalizedText Text, bool Alone = false);

/// <summary>A scale of whole numbers with words at its ends.</summary>
public sealed record Scale(int Least, int Most, LocalizedText LowEnd, LocalizedText HighEnd, bool DontKnow = false)
{
    public static Scale Recommending { get; } = new(0, 10, new("auf keinen Fall", "not at all"), new("unbedingt", "definitely"));

    /// <summary>The value of "do not know, was not there": asked and answered, but in no average.</summary>
    public const int DontKnowValue = -2;

    [JsonIgnore]
    public IEnumerable<int> Values => Enumerable.Range(Least, Most - Least + 1);
}

/// <summary>Limits of an answer: of a number, of the count of choices, of letters. Null where there is none.</summary>
public sealed record Bounds(int? Least, int? Most)
{
    public static Bounds None { get; } = new(null, null);

    public bool Holds(int value) => !(value < Least) && !(value > Most);
}

/// <summary>One question as it is asked.</summary>
/// <param name="Id">Its id in this questionnaire.</param>
/// <param name="Lineage">The id that it had when it was first asked: the same in every edition, so that editions can be compared.</param>
/// <param name="Kind">What kind of answer it takes.</param>
/// <param name="Page">On which page it stands, from 1.</param>
/// <param name="Text">The question.</param>
/// <param name="Hint">A sentence that helps to answer it.</param>
/// <param name="Choices">What can be chosen or ranked.</param>
/// <param name="Rows">Statements of a matrix.</param>
/// <param name="Scale">Of a rating or matrix.</param>
/// <param name="Need">Whether it may be left out.</param>
/// <param name="Other">Whether an answer in own words is a choice.</param>
/// <param name="Bounds">Limits of the answer.</param>
/// <param name="When">When it is asked; null: always.</param>
public sealed record Question(
    Guid Id, Guid Lineage, QuestionKind Kind, int Page, LocalizedText Text, LocalizedText Hint,
    IReadOnlyList<QuestionChoice> Choices, IReadOnlyList<QuestionChoice> Rows, Scale? Scale, Need Need, bool Other, Bounds Bounds,
    Condition? When)
{
    public const int OtherCode = 0;
    public const int MostLettersShort = 200;
    public const int MostLettersLong = 1_000;

    [JsonIgnore]
    public bool IsText => Kind is QuestionKind.ShortText or QuestionKind.LongText;

    [JsonIgnore]
    public bool IsAnswered => Kind != QuestionKind.Statement;

    [JsonIgnore]
    public int MostLetters =>
        Math.Min(Bounds.Most ?? int.MaxValue, Kind == QuestionKind.LongText ? MostLettersLong : MostLettersShort);

    /// <summary>The codes that an answer may hold.</summary>
    [JsonIgnore]
    public IEnumerable<int> Codes =>
        Other ? Choices.Select(choice => choice.Code).Append(OtherCode) : Choices.Select(choice => choice.Code);

    /// <summary>
    /// The slots of its answer in a stored response: one for the whole, or one for each choice or row.
    /// </summary>
    [JsonIgnore]
    public IEnumerable<int> Parts => Kind switch
    {
        QuestionKind.Statement => [],
        QuestionKind.MultipleChoice => Codes,
        QuestionKind.Ranking => Choices.Select(choice => choice.Code),
        QuestionKind.Matrix => Rows.Select(row => row.Code),
        _ => [Whole],
    };

    /// <summary>The slot of an answer that is one value.</summary>
    public const int Whole = -1;
}
