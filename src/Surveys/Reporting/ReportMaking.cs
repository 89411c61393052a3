using EventOps.Contracts;
using EventOps.Surveys.FreeTexts;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.SmallGroups;
using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.Reporting;

/// <summary>Makes the report of a survey from its responses: counts, protects, describes.</summary>
public sealed class ReportMaking(
    Questionnaire survey, ResponseTable responses, int? population, Threshold threshold, ILookup<Guid, TextRow> texts,
    ILookup<Guid, (string From, string Into)> merges)
{
    public Report Make()
    {
        var tooSmall = !Threshold.MayReport(responses.Responses);
        return new(
            survey, population, Shown<int>.When(!tooSmall, responses.Responses), tooSmall, threshold,
            tooSmall ? [] : [.. survey.Questions.Where(question => question.IsAnswered).Select(Of)]);
    }

    private QuestionReport Of(Question question) => question.Kind switch
    {
        QuestionKind.SingleChoice => Single(question),
        QuestionKind.MultipleChoice => Several(question),
        QuestionKind.Rating => Rated(question),
        QuestionKind.Recommend => Recommended(question),
        QuestionKind.Matrix => Rows(question),
        QuestionKind.Ranking => Ranked(question),
        QuestionKind.Number => Counted(question),
        QuestionKind.Date => Dated(question),
        _ => Written(question),
    };

    private QuestionReport Single(Question question)
    {
        var column = Column(question);
        int[] codes = [.. question.Codes];
        var counts = Counts(column, codes);
        var table = OneWay.Protect(counts, threshold);
        var answered = counts.Sum();
        return new(question, Base(Asked(column)), Base(answered), Lines(codes, TextOf(question), table, answered))
        {
            Percentages = table.IsComplete ? Percentages.OfOne(counts) : null,
        };
    }

    private QuestionReport Several(Question question)
    {
        int[] codes = [.. question.Codes];
        var columns = codes.Select(code => Column(question, code)).ToList();
        int[] counts = [.. columns.Select(column => column.Count(value => value == 1))];
        var answered = columns.Count == 0 ? 0 : columns[0].Count(value => value is 0 or 1);
        return new(
            question, Base(columns.Count == 0 ? 0 : Asked(columns[0])), Base(answered),
            Lines(codes, TextOf(question), Choices.Protect(counts, answered, threshold), answered))
        {
            Percentages = threshold.Allows(answered) ? Percentages.OfSeveral(counts, answered) : null,
        };
    }

    private QuestionReport Rated(Question question)
    {
        var column = Column(question);
        var rating = Rating(column, question.Scale!);
        return new(question, Base(Asked(column)), rating.Base, rating.Steps) { Rating = rating };
    }

    private QuestionReport Recommended(Question question)
    {
        var column = Column(question);
        int[] values = [.. Scale.Recommending.Values];
        var score = NetPromoter.Of(Counts(column, values), population);
        var promoters = Promoters.Protect(score, threshold);
        return new(question, Base(Asked(column)), Base(score.Base),
            Lines([9, 7, 0], _ => LocalizedText.Empty, promoters.Groups, score.Base))
        {
            Promoters = promoters,
            ScoreInterval = promoters.Groups.IsComplete ? score.Interval : null,
        };
    }

    private QuestionReport Rows(Question question)
    {
        var rows = question.Rows.Select(row => (Row: row, Column: Column(question, row.Code))).ToList();
        var shown = rows.Count == 0 ? 0 : Asked(rows[0].Column);
        var answered = Enumerable.Range(0, responses.Responses).Count(at => rows.Any(row => HasValue(row.Column[at])));
        return new(question, Base(shown), Base(answered), [.. rows.Select(row =>
        {
            var rating = Rating(row.Column, question.Scale!);
            return new Line(row.Row.Code, row.Row.Text, rating.TopTwo is { } top ? Shown<int>.Of(top.Count) : Shown<int>.Withheld,
                rating.TopTwo)
            {
                Rating = rating,
            };
        })]);
    }

    private QuestionReport Ranked(Question question)
    {
        var columns = question.Choices.Select(choice => Column(question, choice.Code)).ToList();
        int[] places = [.. Enumerable.Range(1, question.Choices.Count)];
        var items = Ranking.Of([.. columns.Select(column => (IReadOnlyList<int>)Counts(column, places))], population);
        var answered = Enumerable.Range(0, responses.Responses).Count(at => columns.Any(column => HasValue(column[at])));
        var firsts = Choices.Protect([.. items.Select(item => item.First.Count)], answered, threshold);
        return new(question, Base(columns.Count == 0 ? 0 : Asked(columns[0])), Base(answered),
            [.. question.Choices.Select((choice, at) =>
            new Line(choice.Code, choice.Text, firsts.Cells[at], firsts.Cells[at].IsWithheld ? null : items[at].First)
            {
                Rank = threshold.Allows(items[at].Ranked) ? (items[at].MeanRank, items[at].Score) : null,
            })]);
    }

    private QuestionReport Counted(Question question)
    {
        var column = Column(question);
        var described = Describe.Values(column.Where(HasValue).Select(value => (double)value), population);
        return new(question, Base(Asked(column)), Base(described.N), []) { Numbers = Numbers.Protect(described, threshold) };
    }

    // Days by month: a single day is often one person.
    private QuestionReport Dated(Question question)
    {
        var column = Column(question);
        int[] months = [.. column.Where(HasValue).Select(day => day / 100).Distinct().Order()];
        int[] counts = [.. months.Select(month => column.Count(day => HasValue(day) && day / 100 == month))];
        var named = Lines(months, month => new($"{month % 100:00}/{month / 100}", $"{month % 100:00}/{month / 100}"),
            OneWay.Protect(counts, threshold), counts.Sum());
        return new(question, Base(Asked(column)), Base(counts.Sum()), named);
    }

    private QuestionReport Written(Question question)
    {
        var column = Column(question);
        var words = texts[question.Id].ToList();
        var merged = merges[question.Id].ToDictionary(merge => merge.From, merge => merge.Into);
        return new(question, Base(Asked(column)), Base(column.Count(value => value == AnswerLayout.Written)), [])
        {
            Themes = Themes.Of([.. words.Select(text => text.Words)], threshold.Least, merged),
            Quotes = [.. words.Where(text => text.Shown).Select(text => text.Words)],
        };
    }

    private RatingReport Rating(int[] column, Scale scale)
    {
        int[] values = [.. scale.Values];
        var counts = Counts(column, values);
        var protectedOnes = Ratings.Protect(values, counts, threshold);
        return new(
            Base(counts.Sum()),
            Lines(values, value => AnswerOption.Step(scale, value), protectedOnes.Table, counts.Sum()),
            protectedOnes.Mean,
            protectedOnes.MayDescribe ? Describe.Counts(values.Zip(counts, (value, count) => ((double)value, count)), population)
                : null,
            protectedOnes.MayDescribe ? TopBox.Of(counts, population: population) : null,
            Base(column.Count(value => value == Scale.DontKnowValue)));
    }

    private List<Line> Lines(int[] codes, Func<int, LocalizedText> text, OneWay table, int @base) =>
        [.. codes.Select((code, at) => new Line(
            code, text(code), table.Cells[at],
            table.Cells[at].OrNone is { } count && @base > 0
                ? Proportion.Of(count, @base, population is { } all && all >= @base ? all : null) : null))];

    private static Func<int, LocalizedText> TextOf(Question question) => code => AnswerOption.Choice(question, code);

    private Shown<int> Base(int count) => Shown<int>.When(threshold.Allows(count), count);

    private int[] Column(Question question, int part = Question.Whole) => responses.Column(survey.Layout, question.Id, part);

    private static int Asked(int[] column) => column.Count(value => value != ResponseTable.NotAsked);

    private static bool HasValue(int value) => value > ResponseTable.NotAsked && value != Scale.DontKnowValue;

    private static int[] Counts(int[] column, int[] values)
    {
        var counts = new int[values.Length];
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(0).Max());
        Span<int> places = stackalloc int[Math.Min(most - least + 1, 4096)];
        places.Fill(-1);
        for (var at = 0; at < values.Length; at++) places[values[at] - least] = at;
        foreach (var value in column)
        {
            if (value >= least && value <= most && places[value - least] is >= 0 and var place) counts[place]++;
        }

        return counts;
    }
}
