namespace EventOps.Surveys.Questionnaires;

/// <summary>
/// The answer to one question: values by part. A choice, rating, number or day (yyyymmdd) is one value under
/// <see cref="Question.Whole"/>; each choice taken is 1 under its code; each row of a matrix its value, each ranked choice its rank.
/// </summary>
/// <param name="Values">Values by part; none for a text alone.</param>
/// <param name="Text">Own words: a text, or what "other" means.</param>
public sealed record Answer(IReadOnlyDictionary<int, int> Values, string? Text = null)
{
    public static Answer Of(int value, string? text = null) => new(new Dictionary<int, int> { [Question.Whole] = value }, text);

    public static Answer Chosen(IEnumerable<int> codes, string? text = null) =>
        new(codes.ToDictionary(code => code, _ => 1), text);

    public static Answer Ranked(IEnumerable<int> codes) =>
        new(codes.Select((code, at) => (code, at)).ToDictionary(ranked => ranked.code, ranked => ranked.at + 1));

    public static Answer Words(string text) => new(new Dictionary<int, int>(), text);

    /// <summary>Whether the answer has such a value; for choices taken, the value is their code.</summary>
    public bool Holds(int? part, Func<int, bool> fits) => part is { } one
        ? Values.TryGetValue(one, out var value) && fits(value)
        : Values.TryGetValue(Question.Whole, out var whole) ? fits(whole) : Values.Keys.Any(fits);
}

/// <summary>What somebody has answered so far, by question.</summary>
public sealed record Answers(IReadOnlyDictionary<Guid, Answer> ByQuestion)
{
    public static Answers None { get; } = new(new Dictionary<Guid, Answer>());

    public Answer? Of(Guid question) => ByQuestion.GetValueOrDefault(question);

    public Answers With(Guid question, Answer? answer)
    {
        var all = ByQuestion.Where(given => given.Key != question).ToDictionary();
        if (answer is not null) all[question] = answer;
        return new(all);
    }
}
