using System.Numerics;

namespace EventOps.Surveys.SmallGroups;

/// <summary>A set of patterns of respondents.</summary>
internal sealed class Members
{
    private readonly ulong[] _words;

    private Members(ulong[] words) => _words = words;

    public static Members Where(int patterns, Func<int, bool> isIn)
    {
        var words = new ulong[(patterns + 63) / 64];
        for (var i = 0; i < patterns; i++)
        {
            if (isIn(i)) words[i / 64] |= 1UL << (i % 64);
        }

        return new(words);
    }

    public bool Has(int pattern) => (_words[pattern / 64] >> (pattern % 64) & 1) == 1;

    /// <summary>How many respondents they are, where each pattern has so many.</summary>
    public int Count(int[] sizes)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++) count += Sum(_words[word], word * 64, sizes);
        return count;
    }

    /// <summary>How many are in one of both only.</summary>
    public int Apart(Members other, int[] sizes)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++) count += Sum(_words[word] ^ other._words[word], word * 64, sizes);
        return count;
    }

    private static int Sum(ulong word, int start, int[] sizes)
    {
        var sum = 0;
        for (; word != 0; word &= word - 1) sum += sizes[start + BitOperations.TrailingZeroCount(word)];
        return sum;
    }
}
