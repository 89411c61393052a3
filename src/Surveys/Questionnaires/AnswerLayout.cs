namespace EventOps.Surveys.Questionnaires;

/// <summary>One place in a stored response.</summary>
public readonly record struct Slot(Guid QuestionId, int Part);

/// <summary>
/// Where each part of each answer stands in a stored response: an array of numbers. Places are only ever added, so that responses of
/// an earlier state of the questionnaire stay readable.
/// </summary>
public sealed record AnswerLayout(IReadOnlyList<Slot> Slots)
{
    /// <summary>In a place: asked, and left out. Null: not asked.</summary>
    public const int Skipped = int.MinValue;

    /// <summary>In the place of a text: there is one.</summary>
    public const int Written = 1;

    public static AnswerLayout Empty { get; } = new([]);

    public AnswerLayout With(Question question)
    {
        var added = question.Parts.Select(part => new Slot(question.Id, part)).Except(Slots).ToList();
        return added.Count == 0 ? this : new([.. Slots, .. added]);
    }

    public int IndexOf(Guid question, int part)
    {
        for (var at = 0; at < Slots.Count; at++)
        {
            if (Slots[at] == new Slot(question, part)) return at;
        }

        return -1;
    }

    /// <summary>The response as it is stored: each place asked, skipped or not asked.</summary>
    public int?[] Encode(IReadOnlyList<Question> asked, Answers answers)
    {
        var values = new int?[Slots.Count];
        foreach (var question in asked)
        {
            var answer = answers.Of(question.Id);
            foreach (var part in question.Parts)
                values[IndexOf(question.Id, part)] = Value(question, answer, part);
        }

        return values;
    }

    private static int Value(Question question, Answer? answer, int part) => answer switch
    {
        null => Skipped,
        _ when question.IsText => answer.Text is { Length: > 0 } ? Written : Skipped,
        _ when answer.Values.TryGetValue(part, out var value) => value,
        _ when question.Kind == QuestionKind.MultipleChoice && answer.Values.Count > 0 => 0,
        _ => Skipped,
    };
}
