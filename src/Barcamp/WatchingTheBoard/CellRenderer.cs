using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>Draws changed cells outside of any request, by the component that draws them on the page.</summary>
public sealed class CellRenderer(IServiceProvider services, ILoggerFactory logs, TimeProvider clock) : IAsyncDisposable
{
    private readonly HtmlRenderer _renderer = new(services, logs);

    public async Task<string> Render(AtBarcamp at, Plan plan, IReadOnlyList<BoardCell> cells, Language language)
    {
        using var speaking = Language.Use(language);
        var now = clock.GetUtcNow();
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["At"] = at, ["Plan"] = plan, ["Cells"] = cells, ["Now"] = now, ["Look"] = BoardLook.ForAll(at, now),
        });
        return await _renderer.Dispatcher.InvokeAsync(async () =>
            (await _renderer.RenderComponentAsync<CellsMessage>(parameters)).ToHtmlString());
    }

    public ValueTask DisposeAsync() => _renderer.DisposeAsync();
}
