using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Importing;

/// <summary>
/// Reads a questionnaire that comes from anywhere: a LimeSurvey .lss or a SurveyJS JSON file. Nothing outside of it is fetched,
/// size and depth are limited, and what it says is text, never markup.
/// </summary>
public static class QuestionnaireFile
{
    public const int MostBytes = 2 * 1024 * 1024;

    public static ImportOutcome Read(byte[] file)
    {
        if (file.Length == 0) return new(null, ImportFault.NoFile);
        if (file.Length > MostBytes) return new(null, ImportFault.TooLarge);
        try
        {
            var survey = First(file) == '<' ? LimeSurveyFile.Read(file) : SurveyJsFile.Read(file);
            if (survey is null) return new(null, ImportFault.NoSurvey);
            if (survey.Questions.Count > Questionnaire.MostQuestions) return new(null, ImportFault.TooManyQuestions);
            return survey.Questions.Any(question => question.IsAnswered) ? new(survey, null) : new(null, ImportFault.NoQuestions);
        }
        // A text with half a character makes System.Text.Json throw InvalidOperationException when it is read.
        catch (Exception broken)
            when (broken is XmlException or JsonException or InvalidOperationException or RegexMatchTimeoutException)
        {
            return new(null, ImportFault.Unreadable);
        }
    }

    private static char First(byte[] file)
    {
        var start = file.AsSpan();
        if (start.StartsWith(Encoding.UTF8.Preamble)) start = start[3..];
        foreach (var letter in start)
        {
            if (letter > ' ') return (char)letter;
        }

        return ' ';
    }
}
