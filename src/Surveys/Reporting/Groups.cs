using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using Condition = EventOps.Surveys.SmallGroups.Condition;

namespace EventOps.Surveys.Reporting;

/// <summary>One condition of a filter: whoever chose this option.</summary>
public sealed record GroupCondition(Question Question, AnswerOption Option)
{
    /// <summary>As it stands in addresses: question and code.</summary>
    public string Key => $"{Question.Id}:{Option.Code}";
}

/// <summary>
/// The groups that a report may be parted into. Whatever is shown of two questions that groups are made of comes from the
/// sizes of groups alone, and of another question within a group from the guard: no two tables protect the same numbers in
/// two ways.
/// </summary>
public sealed class Groups
{
    public const int MostQuestions = 6;
    public const int MostConditions = 2;

    // Filters times patterns of answers that the guard looks at: beyond, a survey is parted by fewer questions.
    private const double MostWork = 6_000_000;

    private readonly FilterGuard _guard;
    private readonly Condition[][] _offered;

    private Groups(IReadOnlyList<AnswerColumn> columns, Threshold threshold)
    {
        Columns = columns;
        _guard = FilterGuard.Of([.. columns.Select(column => column.Places)], [.. columns.Select(column => column.Options.Count)],
            threshold);
        _offered = [.. _guard.Offered.Select(filter => filter.ToArray())];
    }

    /// <summary>The questions that make groups, in their order.</summary>
    public IReadOnlyList<AnswerColumn> Columns { get; }

    /// <summary>All single conditions that may be asked for.</summary>
    public IReadOnlyList<GroupCondition> Singles =>
        [.. _offered.Where(filter => filter.Length == 1).Select(filter => Said(filter[0]))];

    public static Groups Of(Questionnaire survey, ResponseTable responses, Threshold threshold)
    {
        var chosen = new List<Question>();
        foreach (var question in survey.Questions.Where(question =>
            question.Kind is QuestionKind.SingleChoice or QuestionKind.Rating))
        {
            if (chosen.Count == MostQuestions) break;
            if (Work([.. chosen, question], responses.Responses) <= MostWork) chosen.Add(question);
        }

        return new([.. chosen.SelectMany(question => AnswerColumn.Of(survey, responses, question))], threshold);
    }

    /// <summary>What may stand beside a condition as a second one.</summary>
    public IReadOnlyList<GroupCondition> Beside(GroupCondition first) =>
        [.. _offered.Where(filter => filter.Length == 2).Select(filter => filter.Select(Said).ToList())
            .Where(pair => pair.Any(one => one.Key == first.Key)).Select(pair => pair.First(one => one.Key != first.Key))];

    public GroupCondition? Find(string key) => Columns
        .SelectMany(column => column.Options.Select(option => new GroupCondition(column.Question, option)))
        .FirstOrDefault(condition => condition.Key == key);

    public bool Has(Question question) => Place(question) >= 0;

    public bool MayAnswer(IReadOnlyList<GroupCondition> conditions) => _guard.MayAnswer(Of(conditions));

    /// <summary>How many are in a group; withheld when it may not be asked for.</summary>
    public Shown<int> Size(params IReadOnlyList<GroupCondition> conditions) => _guard.Size(Of(conditions));

    /// <summary>The counts of a question that makes no groups, within one; the last are who gave no answer.</summary>
    public OneWay? Counts(AnswerColumn column, params IReadOnlyList<GroupCondition> conditions) =>
        Has(column.Question) ? null : _guard.Counts(column.Places, column.Options.Count, Of(conditions));

    private static double Work(IReadOnlyList<Question> questions, int responses)
    {
        double[] options = [.. questions.Select(question => AnswerOption.Of(question).Count + 1.0)];
        var pairs = options.SelectMany((one, at) => options.Skip(at + 1).Select(other => one * other)).Sum();
        var filters = 1 + options.Sum() + pairs;
        var patterns = Math.Min(responses, options.Aggregate(1.0, (all, one) => all * (one + 1)));
        return filters * Math.Min(filters, patterns) * patterns;
    }

    private Condition[] Of(IReadOnlyList<GroupCondition> conditions) => [.. conditions.Select(condition => new Condition(
        Place(condition.Question), Columns[Place(condition.Question)].Options.TakeWhile(option =>
            option.Code != condition.Option.Code).Count()))];

    private GroupCondition Said(Condition condition) =>
        new(Columns[condition.Question].Question, Columns[condition.Question].Options[condition.Option]);

    private int Place(Question question)
    {
        for (var at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Question.Id == question.Id) return at;
        }

        return -1;
    }
}
