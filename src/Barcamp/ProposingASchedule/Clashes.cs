using EventOps.Barcamp.Reading;

namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Which sessions share a host, as bits over sessions.</summary>
internal sealed class Clashes
{
    private readonly ulong[] _bits;

    public Clashes(PlannedSession[] sessions)
    {
        Words = Math.Max(1, (sessions.Length + 63) / 64);
        _bits = new ulong[sessions.Length * Words];
        Hosts = sessions.Index().SelectMany(session => session.Item.Hosts.Select(host => (host.ParticipantId, session.Index)))
            .ToLookup(host => host.ParticipantId, host => host.Index);
        foreach (var host in Hosts)
            foreach (var one in host)
                foreach (var other in host.Where(other => other != one))
                    _bits[one * Words + other / 64] |= 1UL << (other % 64);
    }

    public int Words { get; }

    public ILookup<Guid, int> Hosts { get; }

    public ReadOnlySpan<ulong> Of(int session) => _bits.AsSpan(session * Words, Words);

    public bool Between(int one, int other) => (_bits[one * Words + other / 64] >> (other % 64) & 1) != 0;
}
