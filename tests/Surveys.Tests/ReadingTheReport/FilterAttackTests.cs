using System.Globalization;
using EventOps.Registration.Tests;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Tests.Reporting;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.ReadingTheReport;

/// <summary>Somebody asks for 500 pairs of groups, one inside the other, and takes away what the pages say.</summary>
public class FilterAttackTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private const int Pairs = 500, Least = 5, People = 220;

    [Fact]
    public async Task Five_hundred_pairs_of_queries_learn_of_no_group_below_the_threshold()
    {
        var random = new Random(6);
        List<Question> questions =
        [
            Make(QuestionKind.SingleChoice, "Welche Farbe?"), Make(QuestionKind.SingleChoice, "Welches Tier?"),
            Make(QuestionKind.Rating, "Wie war es?"), Make(QuestionKind.MultipleChoice, "Was noch?"),
            Make(QuestionKind.Recommend, "Empfehlen Sie uns?"),
        ];
        var survey = await host.Run(questions);
        var responses = new Responding(questions);
        for (var person = 0; person < People; person++)
        {
            var given = questions.Where(_ => random.Next(15) > 0).Select(question => (question, question.Kind switch
            {
                QuestionKind.MultipleChoice => Answer.Chosen([1 + random.Next(3)]),
                QuestionKind.Recommend => Answer.Of(6 + random.Next(5)),
                // Few choose the last: groups that differ by little.
                QuestionKind.Rating => Answer.Of(1 + Math.Min(random.Next(5), random.Next(5))),
                _ => Answer.Of(1 + Math.Min(random.Next(3), random.Next(3))),
            }));
            responses.Say(1, [.. given]);
        }

        await responses.Store(survey);
        var organiser = host.Organiser();
        var conditions = questions.Take(3).SelectMany(question =>
            (question.Scale is null ? Enumerable.Range(1, 3) : Enumerable.Range(1, 5))
            .Select(code => $"{question.Id}:{code}")).ToList();
        var (known, learnt, answered) = (new Dictionary<string, Dictionary<string, int>>(), new List<string>(), 0);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (outer, inner) = (conditions[random.Next(conditions.Count)], conditions[random.Next(conditions.Count)]);
            var (one, both) = (await Ask(outer), await Ask($"{outer}&filter={inner}"));
            if (one.Count > 0 && both.Count > 0) answered++;
            foreach (var (cell, count) in one.Concat(both).Where(cell => cell.Value < Least)) learnt.Add(
                $"{outer} {inner} {cell}: {count}");
            // Whoever is in the first and not in the second.
            foreach (var (cell, count) in both.Where(cell =>
                one.TryGetValue(cell.Key, out var all) && all - cell.Value is > 0 and < Least))
                learnt.Add($"{outer} without {inner} {cell}: {one[cell] - count}");
        }

        Assert.True(learnt.Count == 0, string.Join('\n', learnt.Take(5)));
        Assert.True(answered > Pairs / 10, $"{answered} of {Pairs} answered");

        async Task<Dictionary<string, int>> Ask(string filter)
        {
            if (!known.TryGetValue(filter, out var counts))
                known[filter] = counts = Read(await organiser.Open($"{survey.Staff}/report?filter={filter}"));
            return counts;
        }
    }

    private static Dictionary<string, int> Read(Page page)
    {
        var counts = new Dictionary<string, int>();
        if (page.Html.QuerySelector(".figures .figure") is not { } size) return counts;
        counts["size"] = int.Parse(size.TextContent, CultureInfo.InvariantCulture);
        foreach (var section in page.Html.QuerySelectorAll("section.question"))
        {
            foreach (var row in section.QuerySelectorAll("tbody tr"))
            {
                if (int.TryParse(row.Children[1].TextContent, CultureInfo.InvariantCulture, out var count))
                    counts[$"{section.QuerySelector("h2")!.TextContent} {row.Children[0].TextContent}"] = count;
            }
        }

        return counts;
    }
}
