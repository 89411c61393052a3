using EventOps.Surveys.SmallGroups;

namespace EventOps.Surveys.Tests.SmallGroups;

/// <summary>Made-up respondents with questions to filter by, some nearly the same, and one more that is asked for.</summary>
internal sealed record Population(int[][] Filters, int[] Options, int[] Asked)
{
    public const int AskedOptions = 4;

    private int Size => Asked.Length;

    public static Population Of(int seed, int? size = null)
    {
        var random = new Random(seed);
        var people = size ?? random.Next(30, 250);
        int[] options = [2, 3, 5, 3];
        int[][] filters = [.. options.Select(most => Enumerable.Range(0, people)
            .Select(_ => random.Next(12) == 0 ? -1 : Math.Min(random.Next(most), random.Next(most))).ToArray())];
        // The last question repeats the second but for a few persons: their filters are nearly nested.
        for (var i = 0; i < people; i++) filters[3][i] = random.Next(40) == 0 ? random.Next(3) : filters[1][i];
        return new(filters, options, [.. Enumerable.Range(0, people).Select(_ => random.Next(-1, AskedOptions))]);
    }

    /// <summary>How many a filter holds, then how many of them gave each answer and none.</summary>
    public int[] Counts(Condition[] filter)
    {
        int[] members = [.. Members(filter)];
        return [members.Length, .. Enumerable.Range(0, AskedOptions).Append(-1)
            .Select(option => members.Count(i => Asked[i] == option))];
    }

    /// <summary>
    /// Pairs of a filter and one that holds it (or nearly); a count of 0 to 4 persons between them is what must not be learnt.
    /// </summary>
    public IEnumerable<string> Differences(int pairs, int seed, Func<Condition[], int?[]> answer, ref int tried)
    {
        var learnt = new List<string>();
        var random = new Random(1_000 + seed);
        for (var pair = 0; pair < pairs; pair++, tried++)
        {
            var (one, other) = Pair(random);
            var (a, b) = (Members(one).ToHashSet(), Members(other).ToHashSet());
            if (a.SetEquals(b) || !(a.IsSubsetOf(b) || b.IsSubsetOf(a))) continue;
            var (answers, others) = (answer(one), answer(other));
            for (var cell = 0; cell < answers.Length; cell++)
            {
                if (Math.Abs((answers[cell] - others[cell]) ?? 99) < 5)
                    learnt.Add($"{seed}: {string.Join<Condition>(' ', one)} less {string.Join<Condition>(' ', other)} {cell}");
            }
        }

        return learnt;
    }

    /// <summary>
    /// Whole combinations of all and up to three filters, each added or taken away, that count exactly one small group.
    /// </summary>
    public IEnumerable<string> Triples(Condition[][] filters, int least)
    {
        int[][] sets = [.. filters.Select(filter => Enumerable.Range(0, Size).Select(i => Holds(filter, i) ? 1 : 0).ToArray())];
        for (var a = 0; a < sets.Length; a++)
        {
            for (var b = 0; b < sets.Length; b++)
            {
                for (var c = 0; c < sets.Length; c++)
                {
                    var (few, isSet) = (0, true);
                    for (var i = 0; i < Size && isSet && few < least; i++)
                    {
                        var value = sets[a][i] - sets[b][i] - sets[c][i];
                        (few, isSet) = (few + value, value is 0 or 1);
                    }

                    if (isSet && few > 0 && few < least) yield return $"{a} - {b} - {c}: {few}";
                }
            }
        }
    }

    /// <summary>What follows from the filters whose count of one answer (or of all persons) is shown.</summary>
    public LinearAttack Attacked(Condition[][] filters, bool[] isShown, int? cell)
    {
        int[] persons = [.. Enumerable.Range(0, Size).Where(i => cell is null || Asked[i] == (cell == AskedOptions ? -1 : cell))];
        return new([.. filters.Where((_, at) => isShown[at])
            .Select(filter => persons.Select(i => Holds(filter, i)).ToArray())], persons.Length);
    }

    private (Condition[] One, Condition[] Other) Pair(Random random)
    {
        var (first, second) = (random.Next(4), random.Next(3));
        if (second >= first) second++;
        Condition one = new(first, random.Next(Options[first])), other = new(second, random.Next(Options[second]));
        var option = random.Next(3);
        return random.Next(4) switch
        {
            0 => ([], [one]),
            1 => ([one], [one, other]),
            2 => ([new(1, option)], [new(3, option)]),
            _ => ([one, new(1, option)], [one, new(3, option)]),
        };
    }

    private IEnumerable<int> Members(Condition[] filter) => Enumerable.Range(0, Size).Where(i => Holds(filter, i));

    private bool Holds(Condition[] filter, int person) => filter.All(one => Filters[one.Question][person] == one.Option);
}
