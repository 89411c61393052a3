namespace EventOps.Surveys.FreeTexts;

/// <summary>Takes German endings off, as Snowball describes it (Porter 2001, "German stemming algorithm").</summary>
public static class GermanStem
{
    public static string Of(string word)
    {
        var stem = word.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal);
        // A u or y between vowels is no vowel: it is written large until the end.
        var letters = stem.ToCharArray();
        for (var i = 1; i < letters.Length - 1; i++)
        {
            if (letters[i] is 'u' or 'y' && IsVowel(letters[i - 1]) && IsVowel(stem[i + 1]))
                letters[i] = char.ToUpperInvariant(letters[i]);
        }

        stem = new(letters);
        var first = After(stem, 0);
        var second = After(stem, first);
        first = Math.Max(first, Math.Min(3, stem.Length));
        stem = Derivation(Comparison(Inflection(stem, first), first), first, second);
        return stem.ToLowerInvariant().Replace('ä', 'a').Replace('ö', 'o').Replace('ü', 'u');
    }

    private static string Inflection(string word, int region)
    {
        if (Cut(word, region, "ern", "em", "er") is { } shorter) return shorter;
        if (Cut(word, region, "en", "es", "e") is { } plain)
            return plain.EndsWith("niss", StringComparison.Ordinal) ? plain[..^1] : plain;
        return Cut(word, region, "s") is [.., var last] stem && (last == 'r' || IsBeforeSt(last)) ? stem : word;
    }

    private static string Comparison(string word, int region)
    {
        if (Cut(word, region, "est", "en", "er") is { } shorter) return shorter;
        return Cut(word, region, "st") is [_, _, _, .., var last] stem && IsBeforeSt(last) ? stem : word;
    }

    private static string Derivation(string word, int first, int second)
    {
        if (Cut(word, second, "end", "ung") is { } noun)
            return Cut(noun, second, "ig") is { } more && !EndsWithE(more) ? more : noun;
        if (Cut(word, second, "isch", "ig", "ik") is { } adjective) return EndsWithE(adjective) ? word : adjective;
        if (Cut(word, second, "lich", "heit") is { } kind) return Cut(kind, first, "er", "en") ?? kind;
        if (Cut(word, second, "keit") is { } quality) return Cut(quality, second, "lich", "ig") ?? quality;
        return word;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ä' or 'ö' or 'ü';

    private static bool IsBeforeSt(char letter) => letter is 'b' or 'd' or 'f' or 'g' or 'h' or 'k' or 'l' or 'm' or 'n' or 't';

    private static bool EndsWithE(string word) => word.EndsWith('e');

    /// <summary>The word without the first of these endings that it has, if that lies in the region.</summary>
    private static string? Cut(string word, int region, params string[] endings)
    {
        var ending = Array.Find(endings, one => word.EndsWith(one, StringComparison.Ordinal));
        return ending is not null && word.Length - ending.Length >= region ? word[..^ending.Length] : null;
    }

    /// <summary>Where the region begins: after the first consonant that follows a vowel.</summary>
    private static int After(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i])) return i + 1;
        }

        return word.Length;
    }
}
