namespace EventOps.Surveys.FreeTexts;

/// <summary>
/// Takes English plurals and verb endings off: steps 1 and 5 of Porter 1980, "An algorithm for suffix stripping".
/// </summary>
public static class EnglishStem
{
    public static string Of(string word)
    {
        var stem = word.ToLowerInvariant().Replace('’', '\'');
        if (stem.EndsWith("'s", StringComparison.Ordinal)) stem = stem[..^2];
        if (stem.Length < 3) return stem;
        stem = Verb(Plural(stem));
        if (Cut(stem, "y") is { } y && HasVowel(y)) stem = y + "i";
        if (Cut(stem, "e") is { } e && (Measure(e) > 1 || Measure(e) == 1 && !IsShort(e))) stem = e;
        return stem.EndsWith("ll", StringComparison.Ordinal) && Measure(stem) > 1 ? stem[..^1] : stem;
    }

    private static string Plural(string word) =>
        Cut(word, "sses") is { } hiss ? hiss + "ss"
        : Cut(word, "ies") is { } many ? many + "i"
        : word.EndsWith("ss", StringComparison.Ordinal) ? word
        : Cut(word, "s") ?? word;

    private static string Verb(string word)
    {
        if (Cut(word, "eed") is { } agreed) return Measure(agreed) > 0 ? agreed + "ee" : word;
        if ((Cut(word, "ed") ?? Cut(word, "ing")) is not { } stem || !HasVowel(stem)) return word;
        if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal)
            || stem.EndsWith("iz", StringComparison.Ordinal)) return stem + "e";
        if (stem is [.., var one, var other] && one == other && !IsVowel(stem, stem.Length - 1))
            return other is 'l' or 's' or 'z' ? stem : stem[..^1];
        return Measure(stem) == 1 && IsShort(stem) ? stem + "e" : stem;
    }

    private static string? Cut(string word, string ending) =>
        word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : null;

    /// <summary>How often a vowel is followed by a consonant.</summary>
    private static int Measure(string word) =>
        Enumerable.Range(1, Math.Max(0, word.Length - 1)).Count(i => IsVowel(word, i - 1) && !IsVowel(word, i));

    private static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(i => IsVowel(word, i));

    /// <summary>Ends with consonant, vowel, consonant, the last not w, x or y.</summary>
    private static bool IsShort(string word) => word.Length >= 3 && word[^1] is not ('w' or 'x' or 'y')
        && !IsVowel(word, word.Length - 1) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 3);

    private static bool IsVowel(string word, int at) =>
        word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || word[at] == 'y' && at > 0 && !IsVowel(word, at - 1);
}
