using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EventOps.Ui.Live;

/// <summary>Writes messages as server-sent events until the viewer leaves, the host stops or the right to look is gone.</summary>
/// <param name="messages">What to write, such as <see cref="LiveHub.Subscribe"/>.</param>
/// <param name="stillAllowed">Asked at each heartbeat; null where everybody may look.</param>
public sealed class LiveStream(
    IAsyncEnumerable<LiveMessage> messages, Func<CancellationToken, ValueTask<bool>>? stillAllowed = null) : IResult
{
    private static readonly ReadOnlyMemory<byte> s_start = "retry: 3000\n\n"u8.ToArray();

    /// <summary>A topic of the hub, from where this viewer last was.</summary>
    public static LiveStream Of(
        LiveHub hub, HttpContext http, string topic, Func<CancellationToken, ValueTask<bool>>? stillAllowed = null) =>
        new(hub.Subscribe(topic, LastId(http.Request), http.RequestAborted), stillAllowed);

    /// <summary>The last message that a reconnecting viewer has seen.</summary>
    public static long? LastId(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, left) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await response.BodyWriter.WriteAsync(s_start, left);
            await foreach (var message in messages.WithCancellation(left))
            {
                if (message.IsBeat && stillAllowed is not null && !await stillAllowed(left)) return;
                await response.BodyWriter.WriteAsync(message.Frame, left);
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The viewer left: the usual end of a stream.
        }
    }
}
