using System.Numerics;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// Who finds a starred session in which slot, and how satisfied each person is: the soft half of a placement, kept up to date
/// by differences. Nothing here allocates after the constructor.
/// </summary>
internal sealed class Audience
{
    private readonly Crowd _crowd;
    private readonly int _words, _row;
    // By slot: who finds at least one starred session, and who exactly one.
    private readonly ulong[] _some, _once;
    private readonly ulong[] _next, _otherNext;
    private readonly int[] _visits, _people = new int[Weights.Levels + 1];
    private readonly byte[] _levels;

    public Audience(Crowd crowd, int slots)
    {
        (_crowd, _words, _row) = (crowd, crowd.Words, slots + 1);
        (_some, _once) = (new ulong[slots * _words], new ulong[slots * _words]);
        (_next, _otherNext) = (new ulong[_words], new ulong[_words]);
        _visits = new int[crowd.People];
        _people[0] = crowd.People;
        _levels = new byte[_row * _row];
        for (var most = 1; most < _row; most++)
            for (var visits = 0; visits <= most; visits++)
                _levels[most * _row + visits] = (byte)(Weights.Levels * visits / most);
    }

    /// <summary>People who find a starred session, summed over slots.</summary>
    public int Visits { get; private set; }

    public int Points => Weights.Visit * Visits + Weights.WorstTenth * TenthLevels();

    /// <summary>How satisfied the worst-off tenth is, of all that could be had: 0 to 1.</summary>
    public double WorstTenth => _crowd.People == 0 ? 1 : (double)TenthLevels() / (Weights.Levels * _crowd.Tenth);

    public ReadOnlySpan<ulong> Some(int slot) => _some.AsSpan(slot * _words, _words);

    public int VisitsOf(int person) => _visits[person];

    /// <summary>Counts a slot again after sessions came or went.</summary>
    public void Recount(int slot, ReadOnlySpan<int> sessions)
    {
        Gather(sessions, _next, _once.AsSpan(slot * _words, _words));
        Change(Some(slot), _next);
        _next.CopyTo(_some.AsSpan(slot * _words));
    }

    /// <summary>What changes in visits when one session leaves a slot and another comes; -1 for none. Changes nothing.</summary>
    public int Preview(int slot, int leaves, int comes) => Preview(slot, leaves, comes, _next);

    /// <summary>The same for the other slot of an exchange.</summary>
    public int PreviewOther(int slot, int leaves, int comes) => Preview(slot, leaves, comes, _otherNext);

    /// <summary>Lets people move as previewed; <see cref="TakeBack"/> or <see cref="Keep"/> must follow.</summary>
    public void Follow(int slot, int otherSlot)
    {
        Change(Some(slot), _next);
        if (otherSlot >= 0) Change(Some(otherSlot), _otherNext);
    }

    public void TakeBack(int slot, int otherSlot)
    {
        Change(_next, Some(slot));
        if (otherSlot >= 0) Change(_otherNext, Some(otherSlot));
    }

    public void Keep(int slot, ReadOnlySpan<int> sessions) =>
        Gather(sessions, _some.AsSpan(slot * _words, _words), _once.AsSpan(slot * _words, _words));

    private int Preview(int slot, int leaves, int comes, Span<ulong> next)
    {
        var some = Some(slot);
        var once = _once.AsSpan(slot * _words, some.Length);
        next = next[..some.Length];
        if (leaves < 0)
        {
            some.CopyTo(next);
        }
        else
        {
            var left = _crowd.Of(leaves)[..some.Length];
            for (var word = 0; word < some.Length; word++) next[word] = some[word] & ~(left[word] & once[word]);
        }

        if (comes >= 0)
        {
            var wanted = _crowd.Of(comes)[..some.Length];
            for (var word = 0; word < some.Length; word++) next[word] |= wanted[word];
        }

        var change = 0;
        for (var word = 0; word < some.Length; word++)
            change += BitOperations.PopCount(next[word]) - BitOperations.PopCount(some[word]);
        return change;
    }

    private void Gather(ReadOnlySpan<int> sessions, Span<ulong> some, Span<ulong> once)
    {
        some.Clear();
        once.Clear();
        foreach (var session in sessions)
        {
            if (session < 0) continue;
            var wanted = _crowd.Of(session);
            for (var word = 0; word < wanted.Length; word++)
            {
                once[word] = (once[word] & ~wanted[word]) | (wanted[word] & ~some[word]);
                some[word] |= wanted[word];
            }
        }
    }

    // People for whom a slot became good or bad: their visits and levels follow.
    private void Change(ReadOnlySpan<ulong> from, ReadOnlySpan<ulong> to)
    {
        for (var word = 0; word < to.Length; word++)
        {
            for (var gained = to[word] & ~from[word]; gained != 0; gained &= gained - 1)
                Visit(word * 64 + BitOperations.TrailingZeroCount(gained), 1);
            for (var lost = from[word] & ~to[word]; lost != 0; lost &= lost - 1)
                Visit(word * 64 + BitOperations.TrailingZeroCount(lost), -1);
        }
    }

    private void Visit(int person, int change)
    {
        var (row, visits) = (_crowd.Most[person] * _row, _visits[person]);
        _people[_levels[row + visits]]--;
        _people[_levels[row + visits + change]]++;
        _visits[person] = visits + change;
        Visits += change;
    }

    private int TenthLevels()
    {
        var (left, sum) = (_crowd.Tenth, 0);
        for (var level = 0; left > 0; level++)
        {
            var here = Math.Min(left, _people[level]);
            sum += here * level;
            left -= here;
        }

        return sum;
    }
}
