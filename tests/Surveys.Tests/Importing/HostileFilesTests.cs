using System.Diagnostics;
using System.Text;
using EventOps.Surveys.Importing;

namespace EventOps.Surveys.Tests.Importing;

public class HostileFilesTests
{
    private const string Start = "<?xml version=\"1.0\"?>";
    private const string Survey = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType>";

    public static TheoryData<string, string, ImportFault> Files => new()
    {
        { "empty", "", ImportFault.NoFile },
        { "words", "Wie war es?", ImportFault.Unreadable },
        { "half of an XML", $"{Start}{Survey}<questions><rows><row>", ImportFault.Unreadable },
        { "half of a JSON", "{\"pages\": [{\"elements\": [", ImportFault.Unreadable },
        {
            "an entity from outside", $"{Start}<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{Survey}&x;</document>",
            ImportFault.Unreadable
        },
        {
            "a billion laughs", $"{Start}<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>{Survey}&b;</document>",
            ImportFault.Unreadable
        },
        { "an entity from nowhere", $"{Start}{Survey}&x;</document>", ImportFault.Unreadable },
        { "a deep XML", $"{Start}{Survey}{Many("<row>", 60_000)}{Many("</row>", 60_000)}</document>", ImportFault.Unreadable },
        { "a deep JSON", $"{{\"pages\":{Many("[", 500_000)}{Many("]", 500_000)}}}", ImportFault.Unreadable },
        {
            "panels in panels", $"{{\"elements\":[{Many("{\"type\":\"panel\",\"elements\":[", 100)}{Many("]}", 100)}]}}",
            ImportFault.Unreadable
        },
        { "half a character", "{\"elements\":[{\"type\":\"text\",\"name\":\"a\",\"title\":\"\\ud800\"}]}", ImportFault.Unreadable },
        { "another document", $"{Start}<svg/>", ImportFault.NoSurvey },
        { "another JSON", "{\"name\":\"package\"}", ImportFault.NoSurvey },
        { "a list", "[1,2,3]", ImportFault.NoSurvey },
        { "questions only of kinds we do not know", "{\"elements\":[{\"type\":\"file\",\"name\":\"a\"}]}", ImportFault.NoQuestions },
        {
            "nonsense in place of values", "{\"pages\":[null,1,{\"elements\":[null,[],{\"type\":[],\"name\":{}}]}]}",
            ImportFault.NoQuestions
        },
        { "too many", $"{{\"elements\":[{Many("{\"type\":\"text\",\"name\":\"q\"},", 101)}]}}", ImportFault.TooManyQuestions },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Fails_with_a_reason_and_soon(string name, string file, ImportFault fault)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = QuestionnaireFile.Read(Encoding.UTF8.GetBytes(file));
        Assert.True(outcome.Fault == fault, $"{name}: {outcome.Fault}");
        Assert.Null(outcome.Survey);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), name);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read() =>
        Assert.Equal(ImportFault.TooLarge, QuestionnaireFile.Read(new byte[QuestionnaireFile.MostBytes + 1]).Fault);

    [Fact]
    public void A_title_of_a_megabyte_is_cut_and_what_hides_is_gone()
    {
        var file = $"{{\"locale\":\"de\",\"elements\":[{{\"type\":\"text\",\"name\":\"a\",\"title\":\"{Many("lang ", 200_000)}\"}},"
            + "{\"type\":\"text\",\"name\":\"b\",\"title\":\"a\\u202Eb\\u0000c\\u2028d\"}]}";
        var survey = QuestionnaireFile.Read(Encoding.UTF8.GetBytes(file)).Survey!;
        Assert.True(survey.Questions[0].Text.De.Length <= 400);
        Assert.Equal("abcd", survey.Questions[1].Text.De);
        Assert.Contains(survey.NotTaken, one => one.Why == WhyNot.Long);
    }

    [Theory]
    [InlineData("((((((((((((((((((((Q1.NAOK == \"A1\"))))))))))))))))))))")]
    [InlineData("Q1.NAOK == \"A1\" and (Q2.NAOK == \"A1\" or Q3.NAOK == \"A1\")")]
    [InlineData("!is_empty(Q1.NAOK)")]
    [InlineData("Q1.NAOK == Q2.NAOK")]
    [InlineData("Q1.NAOK == \"A1\" and")]
    [InlineData("Q1.NAOK == \"A1\" ; drop table surveys.surveys")]
    [InlineData("\"\"==\"\"")]
    public void What_is_no_simple_comparison_is_no_condition(string expression) => Assert.Null(Relevance.Parse(expression));

    private static string Many(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
