using System.Numerics;

namespace EventOps.Surveys.SmallGroups;

/// <summary>A set of respondents.</summary>
internal sealed class Members
{
    private readonly ulong[] _words;

    private Members(ulong[] words) => _words = words;

    public int Count => _words.Sum(BitOperations.PopCount);

    public static Members Where(int respondents, Func<int, bool> isIn)
    {
        var words = new ulong[(respondents + 63) / 64];
        for (var i = 0; i < respondents; i++)
        {
            if (isIn(i)) words[i / 64] |= 1UL << (i % 64);
        }

        return new(words);
    }

    public Members And(Members other) => new([.. _words.Zip(other._words, (a, b) => a & b)]);

    public Members Xor(Members other) => new([.. _words.Zip(other._words, (a, b) => a ^ b)]);
}
