using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Reporting;

/// <summary>All questions that can be counted by option, by the answers to one question.</summary>
/// <param name="By">The question whose answers are the rows.</param>
/// <param name="Tables">One for each other question.</param>
public sealed record CrossTabulation(Question By, IReadOnlyList<CrossedQuestion> Tables)
{
    private static readonly CrossTable s_untested = CrossTable.Of([[0]]);

    public static CrossTabulation Of(Questionnaire survey, ResponseTable responses, Groups groups, Question by,
        Threshold threshold)
    {
        var column = AnswerColumn.Of(survey, responses, by)[0];
        var tables = survey.Questions
            .Where(question => question.Id != by.Id && question.Kind is QuestionKind.SingleChoice or QuestionKind.Rating)
            .Select(question => Crossed(column, AnswerColumn.Of(survey, responses, question)[0], groups, threshold)).ToList();
        // Tested together: among twenty tables one would differ by chance.
        var associations = Holm.Together([.. tables.Select(table => table.Test ?? s_untested)]);
        return new(by, [.. tables.Select((table, at) => table with { Association = associations[at] })]);
    }

    private static CrossedQuestion Crossed(AnswerColumn by, AnswerColumn other, Groups groups, Threshold threshold)
    {
        if (groups.Has(by.Question) && groups.Has(other.Question)) return OfSizes(by, other, groups);
        if (groups.Has(by.Question)) return OfGroups(by, other, groups);
        if (groups.Has(other.Question)) return OfOtherGroups(by, other, groups);
        return OfTable(by, other, threshold);
    }

    private static CrossedQuestion OfSizes(AnswerColumn by, AnswerColumn other, Groups groups) => new(
        other.Question, other.Options, null,
        [.. by.Options.Select(option => new CrossedRow(
            option.Text, groups.Size(new GroupCondition(by.Question, option)),
            [.. other.Options.Select(answer =>
                groups.Size(new GroupCondition(by.Question, option), new GroupCondition(other.Question, answer)))],
            null))]);

    private static CrossedQuestion OfGroups(AnswerColumn by, AnswerColumn other, Groups groups)
    {
        var rows = by.Options.Select(option =>
            (option.Text, Counts: groups.Counts(other, new GroupCondition(by.Question, option)))).ToList();
        return new(other.Question, other.Options, null, [.. rows.Select(row => new CrossedRow(
            row.Text, row.Counts?.Base ?? Shown<int>.Withheld,
            row.Counts is null ? [.. other.Options.Select(_ => Shown<int>.Withheld)] : [.. row.Counts.Cells.SkipLast(1)],
            row.Counts?.Cells[^1]))]);
    }

    // The same table as with the questions exchanged.
    private static CrossedQuestion OfOtherGroups(AnswerColumn by, AnswerColumn other, Groups groups)
    {
        var all = groups.Counts(by)!;
        var columns = other.Options.Select(option => groups.Counts(by, new GroupCondition(other.Question, option))).ToList();
        CrossedRow Row(LocalizedText text, int at) =>
            new(text, all.Cells[at], [.. columns.Select(column => column?.Cells[at] ?? Shown<int>.Withheld)], null);
        return new(
            other.Question, other.Options, all.Cells[^1] is { OrNone: 0 } ? null : Row(LocalizedText.Empty, by.Options.Count),
            [.. by.Options.Select((option, at) => Row(option.Text, at))]);
    }

    // Who left one of the questions out has a row or column of their own, or the totals would give them away.
    private static CrossedQuestion OfTable(AnswerColumn by, AnswerColumn other, Threshold threshold)
    {
        var turned = by.Question.Id.CompareTo(other.Question.Id) > 0;
        var table = turned ? Turned(TwoWay.Protect(Counts(other, by), threshold)) : TwoWay.Protect(Counts(by, other), threshold);
        var (withRow, withColumn) = (table.Cells.Count > by.Options.Count, table.Cells[0].Count > other.Options.Count);
        CrossedRow Row(LocalizedText text, int at) => new(
            text, table.Rows.Cells[at], [.. table.Cells[at].Take(other.Options.Count)],
            withColumn ? table.Cells[at][^1] : Shown<int>.Of(0));
        return new(
            other.Question, other.Options, withRow ? Row(LocalizedText.Empty, by.Options.Count) : null,
            [.. by.Options.Select((option, at) => Row(option.Text, at))]);
    }

    private static int[][] Counts(AnswerColumn rows, AnswerColumn columns)
    {
        var counts = Enumerable.Range(0, rows.Options.Count + 1).Select(_ => new int[columns.Options.Count + 1]).ToArray();
        for (var person = 0; person < rows.Places.Length; person++)
            counts[rows.Places[person] < 0 ? ^1 : rows.Places[person]][
                columns.Places[person] < 0 ? ^1 : columns.Places[person]]++;
        if (counts[^1].Sum() == 0) counts = counts[..^1];
        return counts.Sum(row => row[^1]) == 0 ? [.. counts.Select(row => row[..^1])] : counts;
    }

    private static TwoWay Turned(TwoWay table) => new(
        table.Columns, table.Rows,
        [.. Enumerable.Range(0, table.Cells[0].Count).Select(at =>
            (IReadOnlyList<Shown<int>>)[.. table.Cells.Select(row => row[at])])]);
}

/// <summary>One question by the answers to another.</summary>
/// <param name="Question">Whose options are the columns.</param>
/// <param name="Columns">Its options.</param>
/// <param name="NoAnswer">Who left the other question out; null where nobody did, or where that is no row of the table.</param>
/// <param name="Rows">One for each answer to the other question.</param>
public sealed record CrossedQuestion(
    Question Question, IReadOnlyList<AnswerOption> Columns, CrossedRow? NoAnswer, IReadOnlyList<CrossedRow> Rows)
{
    /// <summary>What may be said of both together; only where no cell is withheld.</summary>
    public Association Association { get; init; } = Association.TooFew;

    /// <summary>The test of who answered both; it is made of cells that are shown.</summary>
    public CrossTable? Test => Rows.Count > 1 && Rows.All(row => row.Cells.All(cell => !cell.IsWithheld))
        ? CrossTable.Of([.. Rows.Select(row => row.Cells.Select(cell => cell.OrNone!.Value).ToArray())]) : null;
}

/// <summary>Those who gave one answer.</summary>
/// <param name="Text">The answer; empty for who gave none.</param>
/// <param name="Base">How many they are.</param>
/// <param name="Cells">How many of them chose each option of the other question.</param>
/// <param name="NoAnswer">How many of them left it out; null where that is not known.</param>
public sealed record CrossedRow(LocalizedText Text, Shown<int> Base, IReadOnlyList<Shown<int>> Cells, Shown<int>? NoAnswer)
{
    /// <summary>What the shares of the row are of: who answered both; null where not all of them are shown.</summary>
    public int? Answered => Cells.All(cell => !cell.IsWithheld) ? Cells.Sum(cell => cell.OrNone!.Value) : null;
}
