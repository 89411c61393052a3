using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Responses;

/// <summary>Own words in a response: kept apart from its numbers, so that a text that tells who wrote it tells nothing more.</summary>
public sealed record WrittenText(Guid QuestionId, string Words);

/// <summary>One completed questionnaire as it is kept: numbers by place, and texts.</summary>
public sealed record Response(IReadOnlyList<int?> Answers, IReadOnlyList<WrittenText> Texts)
{
    public static Response Of(Questionnaire survey, Answers given, Guid? ticketTypeId)
    {
        var asked = Branching.Asked(survey.Questions, given, ticketTypeId);
        var completed = Branching.Completed(survey.Questions, given, ticketTypeId);
        var texts = from question in asked
                    let words = completed.Of(question.Id)?.Text
                    where words is { Length: > 0 }
                    select new WrittenText(question.Id, words);
        return new(survey.Layout.Encode(asked, completed), [.. texts]);
    }
}
