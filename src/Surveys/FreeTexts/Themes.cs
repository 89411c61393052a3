namespace EventOps.Surveys.FreeTexts;

/// <summary>What several free texts are about.</summary>
/// <remarks>
/// <c>Key</c> is the stem (two for a pair of words), by which themes are merged; <c>Texts</c> are places in the given list.
/// </remarks>
public sealed record Theme(string Key, string Label, IReadOnlyList<int> Texts)
{
    public int Count => Texts.Count;
}

/// <summary>
/// Proposes themes of free texts in German and English; a person merges them and checks them before anybody else reads them.
/// </summary>
public static class Themes
{
    /// <remarks>
    /// A theme counts texts, not words. A pair of words next to each other is a theme of its own when at least half of the texts
    /// with either word have it; those texts then no longer count for the single words. <c>merges</c> leads from one key to
    /// another.
    /// </remarks>
    public static IReadOnlyList<Theme> Of(
        IReadOnlyList<string> texts, int least, IReadOnlyDictionary<string, string>? merges = null)
    {
        var words = texts.SelectMany((text, at) => Word.Of(text).Select(word => (Text: at, Word: word))).ToArray();
        var single = words.GroupBy(one => one.Word.Stem).ToDictionary(
            same => same.Key, same => Found(same.Key, same.Select(one => (one.Word.Written, one.Text))));
        var pairs = words.Zip(words.Skip(1))
            .Where(next => next.First.Text == next.Second.Text && next.First.Word.Place + 1 == next.Second.Word.Place)
            .Select(next => (One: next.First.Word, Other: next.Second.Word, next.First.Text))
            .Where(pair => pair.One.Stem != pair.Other.Stem)
            .GroupBy(pair => (One: pair.One.Stem, Other: pair.Other.Stem))
            .Select(same => (same.Key, Theme: Found(
                $"{same.Key.One} {same.Key.Other}",
                same.Select(pair => ($"{pair.One.Written} {pair.Other.Written}", pair.Text)))))
            .Where(pair => pair.Theme.Count >= least
                && 2 * pair.Theme.Count >= Math.Max(single[pair.Key.One].Count, single[pair.Key.Other].Count))
            .ToArray();
        foreach (var (key, pair) in pairs)
        {
            foreach (var stem in (string[])[key.One, key.Other])
                single[stem] = single[stem] with { Texts = [.. single[stem].Texts.Except(pair.Texts)] };
        }

        return [.. Merged([.. single.Values, .. pairs.Select(pair => pair.Theme)], merges ?? new Dictionary<string, string>())
            .Where(theme => theme.Count >= Math.Max(1, least))
            .OrderByDescending(theme => theme.Count).ThenBy(theme => theme.Key, StringComparer.Ordinal)];
    }

    private static Theme Found(string key, IEnumerable<(string Written, int Text)> places)
    {
        var all = places.ToArray();
        var label = all.GroupBy(one => one.Written).OrderByDescending(same => same.Select(one => one.Text).Distinct().Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;
        return new(key, label, [.. all.Select(one => one.Text).Distinct().Order()]);
    }

    private static IEnumerable<Theme> Merged(IReadOnlyList<Theme> themes, IReadOnlyDictionary<string, string> merges) =>
        themes.GroupBy(theme => Target(theme.Key, merges)).Select(same => new Theme(
            same.Key,
            (same.FirstOrDefault(theme => theme.Key == same.Key) ?? same.MaxBy(theme => theme.Count)!).Label,
            [.. same.SelectMany(theme => theme.Texts).Distinct().Order()]));

    /// <summary>Follows merges of merges; one that leads back to where it came from ends there.</summary>
    private static string Target(string key, IReadOnlyDictionary<string, string> merges)
    {
        var seen = new HashSet<string>();
        while (seen.Add(key) && merges.TryGetValue(key, out var next) && !seen.Contains(next)) key = next;
        return key;
    }
}
