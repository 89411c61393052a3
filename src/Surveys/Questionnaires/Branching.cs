namespace EventOps.Surveys.Questionnaires;

/// <summary>Which questions are asked, given what was answered before. One rule for pages with and without JavaScript.</summary>
public static class Branching
{
    /// <summary>
    /// The questions that are asked, in order. An answer counts for later conditions only while its own question is asked.
    /// </summary>
    public static IReadOnlyList<Question> Asked(IReadOnlyList<Question> questions, Answers given, Guid? ticketTypeId)
    {
        var (asked, counting) = (new List<Question>(), Answers.None);
        foreach (var question in questions)
        {
            if (question.When is { } when && !when.Holds(counting, ticketTypeId)) continue;
            asked.Add(question);
            if (given.Of(question.Id) is { } answer) counting = counting.With(question.Id, answer);
        }

        return asked;
    }

    /// <summary>The answers without those to questions that are no longer asked.</summary>
    public static Answers Completed(IReadOnlyList<Question> questions, Answers given, Guid? ticketTypeId)
    {
        var asked = Asked(questions, given, ticketTypeId).Select(question => question.Id).ToHashSet();
        return new(given.ByQuestion.Where(answer => asked.Contains(answer.Key)).ToDictionary());
    }
}
