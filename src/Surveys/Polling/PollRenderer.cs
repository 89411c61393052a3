using EventOps.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Surveys.Polling;

/// <summary>Draws the bars outside of any request, by the component that draws them on the page.</summary>
public sealed class PollRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> Render(PollView view, Language language)
    {
        using var speaking = Language.Use(language);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<PollBars>(parameters)).ToHtmlString());
    }
}
