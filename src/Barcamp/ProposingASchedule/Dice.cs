namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Random numbers that are the same on every machine and in every version, for one seed (splitmix64).</summary>
internal struct Dice(int seed)
{
    private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15 + 0x1234567;

    public uint Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (uint)(mixed >> 32);
    }

    /// <summary>0 to <paramref name="below"/> - 1.</summary>
    public int Next(int below) => (int)(((ulong)Next() * (uint)below) >> 32);

    public void Shuffle(Span<int> numbers)
    {
        for (var at = numbers.Length - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (numbers[at], numbers[other]) = (numbers[other], numbers[at]);
        }
    }
}
