using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EventOps.Ui.Tests;

/// <summary>Renders one component outside of a request and reads it as a browser would.</summary>
internal static class Html
{
    public static async Task<IElement> Of<T>(object? parameters = null) where T : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = (parameters?.GetType().GetProperties() ?? [])
            .ToDictionary(property => property.Name, property => property.GetValue(parameters));
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values))).ToHtmlString());
        return Parse(html).Body!;
    }

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
