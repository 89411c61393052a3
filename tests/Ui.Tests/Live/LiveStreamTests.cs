using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EventOps.Ui.Tests.Live;

public sealed class LiveStreamTests : IAsyncLifetime
{
    private readonly LiveHub _hub = new();
    private WebApplication _app = null!;
    private volatile bool _allowed = true;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/stream", (HttpContext http) => LiveStream.Of(_hub, http, "board", _ => new(_allowed)));
        await _app.StartAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task Frames_are_those_of_the_standard_and_no_proxy_may_hold_them()
    {
        _hub.Publish("board", new(7, "replace", "<p>1</p>\r\n<p>2</p>"));
        _hub.Publish("board", LiveMessage.Changed(8));
        using var answer = await Open(lastId: 7);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["no"], answer.Headers.GetValues("X-Accel-Buffering"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        _hub.Publish("board", new(9, "replace", "<p>1</p>\r\n<p>2</p>"));
        string[] expected =
        [
            "retry: 3000", "", "id: 8", "event: changed", "data: ", "",
            "id: 9", "event: replace", "data: <p>1</p>", "data: <p>2</p>", "",
        ];
        foreach (var line in expected) Assert.Equal(line, await lines.ReadLineAsync());
    }

    [Fact]
    public async Task Who_may_no_longer_look_is_cut_off_at_the_next_heartbeat()
    {
        using var answer = await Open(lastId: null);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("retry: 3000", await lines.ReadLineAsync());
        Assert.Equal("", await lines.ReadLineAsync());
        var next = lines.ReadLineAsync();
        while (!next.IsCompleted)
        {
            _hub.Beat();
            await Task.WhenAny(next, Task.Yield().AsTask());
        }
        Assert.Equal(": ", await next);
        _allowed = false;
        var rest = lines.ReadToEndAsync();
        while (!rest.IsCompleted)
        {
            _hub.Beat();
            await Task.WhenAny(rest, Task.Yield().AsTask());
        }
        await rest;
    }

    private async Task<HttpResponseMessage> Open(long? lastId)
    {
        var client = new HttpClient();
        var request = new HttpRequestMessage(HttpMethod.Get, $"{_app.Urls.First()}/stream");
        if (lastId is not null) request.Headers.Add("Last-Event-ID", $"{lastId}");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}

internal static class Yielding
{
    public static async Task AsTask(this System.Runtime.CompilerServices.YieldAwaitable pause) => await pause;
}
