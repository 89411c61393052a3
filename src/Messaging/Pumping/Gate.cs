using System.Threading.Channels;

namespace EventOps.Messaging.Pumping;

/// <summary>Opens for one pass: whoever knocks while nobody waits lets the next one through.</summary>
internal sealed class Gate
{
    private readonly Channel<bool> _knocks =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Knock() => _knocks.Writer.TryWrite(true);

    public ValueTask<bool> Pass(CancellationToken ct) => _knocks.Reader.ReadAsync(ct);
}
