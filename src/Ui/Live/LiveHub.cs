using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace EventOps.Ui.Live;

/// <summary>
/// Hands messages of a topic to all its viewers on this host. Holds no queue per viewer: each reads the topic's one buffer.
/// </summary>
public sealed class LiveHub
{
    private readonly ConcurrentDictionary<string, LiveTopic> _topics = new(StringComparer.Ordinal);
    private volatile bool _closed;

    /// <summary>How many are listening on this host.</summary>
    public int Viewers(string topic) => _topics.TryGetValue(topic, out var found) ? found.Viewers : 0;

    /// <summary>How many are listening to anything on this host.</summary>
    internal int Viewers() => _topics.Values.Sum(topic => topic.Viewers);

    /// <summary>
    /// Gives a message to all viewers. An older one is dropped, and one that says the same as the last:
    /// announcements may come twice. More about the same position reaches those who are there, not those who come back.
    /// </summary>
    public void Publish(string topic, LiveMessage message) => Topic(topic).Publish(message);

    /// <summary>
    /// Messages from now on, or after the last one seen. Who has missed more than the buffer holds, or reads too slowly, gets one
    /// "changed" in place of all that was missed. Now and then there is a beat in between.
    /// </summary>
    public async IAsyncEnumerable<LiveMessage> Subscribe(
        string topic, long? lastId, [EnumeratorCancellation] CancellationToken ct)
    {
        var source = Topic(topic);
        var cursor = source.Join(lastId);
        try
        {
            while (!ct.IsCancellationRequested && !_closed)
            {
                var news = source.News;
                while (source.Next(ref cursor) is { } message) yield return message;
                await news.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            source.Leave();
        }
    }

    /// <summary>Lets every viewer hear that the stream is still there.</summary>
    internal void Beat()
    {
        foreach (var topic in _topics.Values) topic.Beat();
    }

    /// <summary>Ends all streams.</summary>
    internal void Close()
    {
        _closed = true;
        Beat();
    }

    private LiveTopic Topic(string name) => _topics.GetOrAdd(name, _ => new());
}
