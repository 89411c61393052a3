using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Barcamp.WatchingTheBoard;

/// <summary>Draws changed cells outside of any request, by the component that draws them on the page.</summary>
public sealed class CellRenderer(IServiceScopeFactory scopes, ILoggerFactory logs, TimeProvider clock)
{
    public async Task<string> Render(AtBarcamp at, Plan plan, IReadOnlyList<BoardCell> cells, BoardLook look, Language language)
    {
        using var speaking = Language.Use(language);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["At"] = at,
            ["Plan"] = plan,
            ["Cells"] = cells,
            ["Now"] = clock.GetUtcNow(),
            ["Look"] = look,
        });
        // One renderer a message: it keeps what it has drawn for as long as it lives.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CellsMessage>(parameters)).ToHtmlString());
    }
}
