using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EventOps.Registration.Tests;

/// <summary>What a person without JavaScript does: opens pages, fills forms in, follows redirects.</summary>
public sealed class Browser(HttpClient http) : IDisposable
{
    private static readonly HtmlParser s_parser = new();

    public HttpClient Http => http;

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<Page> Open(string url) => await Follow(await http.GetAsync(url));

    /// <summary>
    /// Sends the form that has this action (or the first one) from a page: hidden fields and defaults as they stand, then what is
    /// filled in; null leaves a field out.
    /// </summary>
    public async Task<Page> Send(Page page, string? action, params (string Name, string? Value)[] filled)
    {
        // A search may lead to the same address.
        var form = page.Html.Forms.Where(form => action is null || form.GetAttribute("action") == action)
            .MinBy(form => action is not null && form.Method != "post")
            ?? throw new InvalidOperationException(
                $"No form leads to {action}, but to: {string.Join(", ", page.Html.Forms.Select(form => form.GetAttribute("action")))}");
        var url = form.GetAttribute("action") ?? page.Url;
        return await Follow(await http.PostAsync(url, new FormUrlEncodedContent(Fields(form, filled))));
    }

    /// <summary>Sends fields that no form on the page has.</summary>
    public async Task<Page> Post(string url, params (string Name, string Value)[] fields) =>
        await Follow(await http.PostAsync(
            url, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));

    public void Dispose() => http.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form, (string Name, string? Value)[] filled)
    {
        var names = filled.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var standing = form.Elements.SelectMany(Standing).Where(field => !names.Contains(field.Key));
        return [.. standing, .. filled.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!))];
    }

    private static IEnumerable<KeyValuePair<string, string>> Standing(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Name: null or "" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" } => [],
        IHtmlInputElement input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement { Name: { } name } text => [new(name, text.Value)],
        IHtmlSelectElement { Name: { } name } select => [new(name, select.Value ?? "")],
        _ => [],
    };

    private async Task<Page> Follow(HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 5 && answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect; hops++)
            answer = await http.GetAsync(answer.Headers.Location);
        var text = await answer.Content.ReadAsStringAsync();
        return new(answer.RequestMessage!.RequestUri!.ToString(), answer, text, s_parser.ParseDocument(text));
    }
}

/// <summary>An answer as a person sees it.</summary>
public sealed record Page(string Url, HttpResponseMessage Answer, string Source, IHtmlDocument Html)
{
    public HttpStatusCode Status => Answer.StatusCode;

    public string Title => Html.Title ?? "";

    /// <summary>The page's text with single spaces.</summary>
    public string Text =>
        string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text of the first element that matches.</summary>
    public string At(string selector) => string.Join(
        ' ', (Html.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IReadOnlyList<string> All(string selector) =>
        [.. Html.QuerySelectorAll(selector).Select(element => element.TextContent.Trim())];
}
