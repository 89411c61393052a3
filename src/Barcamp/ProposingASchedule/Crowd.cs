namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>The voters: for each session a row of bits, and for each person what can be had at most.</summary>
internal sealed class Crowd
{
    public Crowd(IReadOnlySet<int>[] stars, int[] spans, int slots)
    {
        var numbers = stars.SelectMany(voters => voters).Distinct().Order().Index()
            .ToDictionary(voter => voter.Item, voter => voter.Index);
        People = numbers.Count;
        Words = Math.Max(1, (People + 63) / 64);
        Bits = new ulong[stars.Length * Words];
        Most = new int[People];
        Demand = [.. stars.Select(voters => voters.Count)];
        for (var session = 0; session < stars.Length; session++)
        {
            foreach (var voter in stars[session])
            {
                var person = numbers[voter];
                Bits[session * Words + person / 64] |= 1UL << (person % 64);
                Most[person] = Math.Min(slots, Most[person] + spans[session]);
            }
        }
    }

    public int People { get; }

    public int Words { get; }

    public ulong[] Bits { get; }

    /// <summary>In how many slots a person can be satisfied at most.</summary>
    public int[] Most { get; }

    public int[] Demand { get; }

    public int Tenth => (People + 9) / 10;

    public ReadOnlySpan<ulong> Of(int session) => Bits.AsSpan(session * Words, Words);
}
