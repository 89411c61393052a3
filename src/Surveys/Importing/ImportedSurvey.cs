using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Importing;

/// <summary>What a file says, as far as a survey here can say it.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Welcome">What its first page says.</param>
/// <param name="Thanks">What its last page says.</param>
/// <param name="Questions">In order; conditions look back only.</param>
/// <param name="NotTaken">What is left behind, and why.</param>
public sealed record ImportedSurvey(
    LocalizedText Title, LocalizedText Welcome, LocalizedText Thanks, IReadOnlyList<Question> Questions,
    IReadOnlyList<NotTaken> NotTaken);

/// <summary>One thing that is not taken over.</summary>
/// <param name="What">The question or text that it belongs to.</param>
/// <param name="Why">The reason.</param>
/// <param name="Detail">The kind, expression or word concerned; may be empty.</param>
public sealed record NotTaken(string What, WhyNot Why, string Detail = "");

/// <summary>Why something is not taken over.</summary>
public enum WhyNot
{
    /// <summary>No such kind of question here: it is left out.</summary>
    Kind,

    /// <summary>
    /// Its condition is no simple comparison, or looks at something that is not there: the question is always asked.
    /// </summary>
    Condition,

    /// <summary>Words between the ends of a scale are replaced by numbers.</summary>
    Steps,

    /// <summary>A field for comments beside the choices.</summary>
    Comment,

    /// <summary>More choices or rows than a question can have.</summary>
    TooMany,

    /// <summary>A text longer than there is room for is cut.</summary>
    Long,

    /// <summary>Numbers with decimals.</summary>
    WholeNumbers,

    /// <summary>Languages beside German and English.</summary>
    Language,

    /// <summary>Fewer than two things to choose from: the question is left out.</summary>
    Empty,

    /// <summary>A hidden question is left out.</summary>
    Hidden,

    /// <summary>The text holds a placeholder that nobody fills in here.</summary>
    Placeholder,
}

/// <summary>Why a file cannot be read at all.</summary>
public enum ImportFault
{
    NoFile,
    TooLarge,

    /// <summary>Neither XML nor JSON, broken, or with a document type, which is never read.</summary>
    Unreadable,

    /// <summary>Well formed, but no questionnaire of LimeSurvey or SurveyJS.</summary>
    NoSurvey,
    NoQuestions,
    TooManyQuestions,
}

/// <summary>The survey, or why there is none; never a part of one.</summary>
public sealed record ImportOutcome(ImportedSurvey? Survey, ImportFault? Fault);
