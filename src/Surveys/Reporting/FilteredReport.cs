using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Reporting;

/// <summary>
/// What may be said of one group: counts and shares. Means are left out, for each would be one more equation about the counts
/// that are withheld.
/// </summary>
/// <param name="Conditions">Who is in the group.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Questions">Those whose answers can be counted by option.</param>
public sealed record FilteredReport(
    IReadOnlyList<GroupCondition> Conditions, Shown<int> Size, IReadOnlyList<FilteredQuestion> Questions)
{
    /// <summary>The group's report; only for conditions that may be asked for.</summary>
    public static FilteredReport Of(
        Questionnaire survey, ResponseTable responses, Groups groups, IReadOnlyList<GroupCondition> conditions) => new(
        conditions, groups.Size(conditions),
        [.. survey.Questions.Where(question => conditions.All(condition => condition.Question.Id != question.Id))
            .Select(question => Of(question, survey, responses, groups, conditions)).OfType<FilteredQuestion>()]);

    private static FilteredQuestion? Of(
        Question question, Questionnaire survey, ResponseTable responses, Groups groups, IReadOnlyList<GroupCondition> conditions)
    {
        if (groups.Has(question)) return conditions.Count == 1 ? OfSizes(question, groups, conditions[0]) : null;
        var columns = AnswerColumn.Of(survey, responses, question);
        if (columns.Count == 0) return null;
        return question.Kind == QuestionKind.MultipleChoice
            ? new(question, [Several(columns, groups, conditions)])
            : new(question, [.. columns.Select(column => One(column, groups, conditions))]);
    }

    // The question makes groups itself: how many chose an option here is the size of a group of two conditions.
    private static FilteredQuestion OfSizes(Question question, Groups groups, GroupCondition first)
    {
        var options = groups.Columns.Single(column => column.Question.Id == question.Id).Options;
        Shown<int>[] counts = [.. options.Select(option => groups.Size(first, new GroupCondition(question, option)))];
        return new(question, [FilteredPart.Of(null, options, counts, Answered(options, counts))]);
    }

    private static FilteredPart One(AnswerColumn column, Groups groups, IReadOnlyList<GroupCondition> conditions)
    {
        var counts = groups.Counts(column, conditions)!;
        var row = column.Part == Question.Whole ? null
            : column.Question.Rows.FirstOrDefault(row => row.Code == column.Part)?.Text;
        return FilteredPart.Of(row, column.Options, [.. counts.Cells.SkipLast(1)], Answered(column.Options, counts));
    }

    // A choice is shown where all of its column is: who left the question out is the same group in each of them.
    private static FilteredPart Several(IReadOnlyList<AnswerColumn> columns, Groups groups,
        IReadOnlyList<GroupCondition> conditions)
    {
        var tables = columns.Select(column => groups.Counts(column, conditions)!).ToList();
        var known = tables.FirstOrDefault(table => table.IsComplete);
        return FilteredPart.Of(
            null, [.. columns.Select(column => column.Options[1])],
            [.. tables.Select(table => table.IsComplete ? table.Cells[1] : Shown<int>.Withheld)],
            known is null ? Shown<int>.Withheld : Shown<int>.Of(known.Cells[0].OrNone!.Value + known.Cells[1].OrNone!.Value));
    }

    /// <summary>Who gave an answer that shares are of: known when all the others are.</summary>
    private static Shown<int> Answered(IReadOnlyList<AnswerOption> options, OneWay counts)
    {
        var unsure = options.TakeWhile(option => option.Code != Scale.DontKnowValue).Count();
        return counts.Base.OrNone is { } all && counts.Cells[^1].OrNone is { } none
            && (unsure == options.Count ? 0 : counts.Cells[unsure].OrNone) is { } dontKnow
            ? Shown<int>.Of(all - none - dontKnow) : Shown<int>.Withheld;
    }

    private static Shown<int> Answered(IReadOnlyList<AnswerOption> options, Shown<int>[] counts) =>
        Shown<int>.When(counts.All(count => !count.IsWithheld),
            options.Zip(counts).Where(pair => pair.First.Code != Scale.DontKnowValue).Sum(pair => pair.Second.OrNone ?? 0));
}

/// <summary>The counts of one question in a group.</summary>
public sealed record FilteredQuestion(Question Question, IReadOnlyList<FilteredPart> Parts);

/// <summary>The counts of a whole question, or of one row of a matrix.</summary>
/// <param name="Row">The words of the row; null for a whole question.</param>
/// <param name="Answered">What shares are of; withheld where it is not known.</param>
/// <param name="Lines">One for each option.</param>
public sealed record FilteredPart(LocalizedText? Row, Shown<int> Answered, IReadOnlyList<Line> Lines)
{
    public static FilteredPart Of(
        LocalizedText? row, IReadOnlyList<AnswerOption> options, IReadOnlyList<Shown<int>> counts, Shown<int> answered) => new(
        row, answered,
        [.. options.Select((option, at) => new Line(option.Code, option.Text, counts[at], Share(option, counts[at], answered)))]);

    // Who does not know is in no share. How many of the group could have answered is not known.
    private static Proportion? Share(AnswerOption option, Shown<int> count, Shown<int> answered) =>
        option.Code != Scale.DontKnowValue && count.OrNone is { } shown && answered.OrNone is > 0 and var all && shown <= all
            ? Proportion.Of(shown, all) : null;
}
