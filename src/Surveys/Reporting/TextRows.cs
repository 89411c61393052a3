using EventOps.Contracts;

namespace EventOps.Surveys.Reporting;

/// <summary>One text as it was written, and what became of it.</summary>
public sealed record TextRow(Guid Id, Guid QuestionId, string Words, bool Shown);

/// <summary>Words that stand in reports of both languages at once.</summary>
public static class ReportWords
{
    public static LocalizedText Other { get; } = new("Etwas anderes", "Something else");

    public static LocalizedText DontKnow { get; } = new("Weiß nicht oder war nicht dabei", "Do not know, or was not there");
}
