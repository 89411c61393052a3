namespace EventOps.Surveys.Tests.Ballots;

/// <summary>
/// Somebody who holds the whole database, the logs and the mails, and tries to say who gave which answer: each guess pairs the known
/// order of the redeemed invitations with an order found beside the answers.
/// </summary>
internal static class Relinking
{
    /// <summary>An answer as the attacker finds it: what it says, and every trace that a database keeps of a row.</summary>
    public sealed record Found(int Answer, long Page, long Line, long Transaction, Guid Id, long Size);

    /// <summary>
    /// How many people the best of all ways to order the rows gets right. <paramref name="truth"/>: what each person answered, in the order
    /// in which they redeemed their invitations.
    /// </summary>
    public static (string Way, int Hits) Best(IReadOnlyList<int> truth, IReadOnlyList<Found> rows)
    {
        IEnumerable<(string, IEnumerable<Found>)> ways =
        [
            ("order in the table", rows.OrderBy(row => row.Page).ThenBy(row => row.Line)),
            ("reverse order in the table", rows.OrderByDescending(row => row.Page).ThenByDescending(row => row.Line)),
            ("transaction, then place", rows.OrderBy(row => row.Transaction).ThenBy(row => row.Page).ThenBy(row => row.Line)),
            ("id", rows.OrderBy(row => row.Id)),
            ("id as bytes", rows.OrderBy(row => Convert.ToHexString(row.Id.ToByteArray()))),
            ("size, then place", rows.OrderBy(row => row.Size).ThenBy(row => row.Page).ThenBy(row => row.Line)),
        ];
        return ways.Select(way => (way.Item1, way.Item2.Zip(truth).Count(pair => pair.First.Answer == pair.Second)))
            .MaxBy(way => way.Item2);
    }

    /// <summary>
    /// How often chance alone does at least as well as <paramref name="hits"/> with so many ways to try: the share of drawn orders that do.
    /// </summary>
    public static double ChanceOf(int hits, IReadOnlyList<int> truth, int ways = 6, int draws = 4_000)
    {
        var dice = new Random(20171018);
        var answers = truth.ToArray();
        var reached = Enumerable.Range(0, draws).Count(_ => Enumerable.Range(0, ways).Any(_ =>
        {
            dice.Shuffle(answers);
            return answers.Zip(truth).Count(pair => pair.First == pair.Second) >= hits;
        }));
        return (double)reached / draws;
    }
}
