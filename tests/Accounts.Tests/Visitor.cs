using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EventOps.Accounts.Tests;

/// <summary>A person with a browser of its own, without JavaScript: cookies are kept, redirects looked at only.</summary>
public sealed class Visitor(Uri host, string address) : IDisposable
{
    private static readonly HtmlParser s_parser = new();

    private CookieContainer Cookies { get; } = new();

    private HttpClient? _client;

    private HttpClient Client => _client ??= new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false })
    {
        BaseAddress = host,
        DefaultRequestHeaders = { { AccountsHost.AddressHeader, address }, { "Accept-Language", "en" } },
    };

    /// <summary>A browser with a copy of these cookies, at another host and perhaps another address.</summary>
    public Visitor At(Uri otherHost, string? otherAddress = null)
    {
        var copy = new Visitor(otherHost, otherAddress ?? address);
        copy.Cookies.Add(Cookies.GetAllCookies());
        return copy;
    }

    public Uri Host => host;

    public string? Cookie(string name) => Cookies.GetCookies(host)[name]?.Value;

    public async Task<Page> Open(string path) => await Page.Read(await Client.GetAsync(path), s_parser);

    /// <summary>Opens a page and sends its form of that action, hidden fields and defaults as they stand.</summary>
    public async Task<Page> Fill(string path, string action, params (string Name, string Value)[] typed) =>
        await Send(await Open(path), action, typed);

    public async Task<Page> Send(Page page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Html.QuerySelectorAll("form").FirstOrDefault(form => form.GetAttribute("action") == action)
            ?? throw new InvalidOperationException($"No form leads to {action} on: {page.Text}");
        var fields = form.QuerySelectorAll("input, select").Where(field => field.GetAttribute("name") is not null)
            .ToDictionary(field => field.GetAttribute("name")!, Standing);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await Page.Read(await Client.PostAsync(action, new FormUrlEncodedContent(fields)), s_parser);
    }

    public async Task<Page> Send(HttpRequestMessage request) => await Page.Read(await Client.SendAsync(request), s_parser);

    public void Dispose() => _client?.Dispose();

    private static string Standing(IElement field) =>
        field is IHtmlSelectElement select ? select.Value ?? "" : field.GetAttribute("value") ?? "";
}

/// <summary>An answer, as a person or a program reads it.</summary>
public sealed record Page(int Status, string? Location, string Source, IHtmlDocument Html, HttpResponseMessage Answer)
{
    public string Text =>
        string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<string> SetCookies => Answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];

    public string? Value(string name) => Html.QuerySelector($"[name={name}]")?.GetAttribute("value");

    public static async Task<Page> Read(HttpResponseMessage answer, HtmlParser parser)
    {
        var source = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, answer.Headers.Location?.OriginalString, source, parser.ParseDocument(source), answer);
    }
}
