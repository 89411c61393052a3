using System.Runtime.InteropServices;

namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// Respondents who chose the same options in all questions that may be filtered by: no filter tells them apart.
/// </summary>
/// <param name="Of">The pattern of each respondent.</param>
/// <param name="Options">By pattern, the option of each question, or -1 for none.</param>
/// <param name="Sizes">How many respondents each pattern has.</param>
internal sealed record Patterns(int[] Of, int[][] Options, int[] Sizes)
{
    public int Respondents => Of.Length;

    public static Patterns From(IReadOnlyList<IReadOnlyList<int>> answers)
    {
        var of = new int[answers.Count == 0 ? 0 : answers[0].Count];
        List<int[]> options = [[]];
        foreach (var column in answers)
        {
            var known = new Dictionary<(int, int), int>();
            var finer = new List<int[]>();
            for (var person = 0; person < of.Length; person++)
            {
                ref var pattern = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (of[person], column[person]),
                    out var seen);
                if (!seen)
                {
                    pattern = finer.Count;
                    finer.Add([.. options[of[person]], column[person]]);
                }

                of[person] = pattern;
            }

            options = finer;
        }

        var sizes = new int[options.Count];
        foreach (var pattern in of) sizes[pattern]++;
        return new(of, [.. options], sizes);
    }
}
