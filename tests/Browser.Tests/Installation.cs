using EventOps.Support;
using Microsoft.Playwright;

namespace EventOps.Browser.Tests;

/// <summary>The real host with the demo event, as <c>bin/run --demo</c> starts it, and Debian's chromium in front of it.</summary>
public sealed class Installation : IAsyncLifetime
{
    private static readonly string[] s_flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run",
    ];

    private TestDatabase _database = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private string? _session;

    public HostProcess Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.Create();
        Host = await HostProcess.Start(_database.ConnectionString, HostProcess.NewKey(), arguments: "--demo");
        _playwright = await Playwright.CreateAsync();
        _browser = await Launch();
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A new visitor's window.</summary>
    public async Task<IPage> Visit(
        string path, string language = "de", bool scripts = true, int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        await Open(_browser, path, language, scripts, width, scheme, null);

    /// <summary>A window of the organiser, who is made through the printed link the first time.</summary>
    public async Task<IPage> Organise(
        string path, string language = "de", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        _session ??= await Welcome();
        return await Open(_browser, path, language, true, width, scheme, _session);
    }

    /// <summary>A second browser whose camera sees a film; in the organiser's session.</summary>
    public async Task<(IBrowser Browser, IPage Page)> See(string film, string path)
    {
        _session ??= await Welcome();
        var browser = await Launch(
            "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}");
        return (browser, await Open(browser, path, "de", true, 420, ColorScheme.Light, _session));
    }

    private Task<IBrowser> Launch(params string[] more) =>
        _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = [.. s_flags, .. more] });

    private async Task<IPage> Open(
        IBrowser browser, string path, string language, bool scripts, int width, ColorScheme scheme, string? session)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(),
            Locale = language,
            JavaScriptEnabled = scripts,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
            Permissions = session is null ? [] : ["camera"],
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    private async Task<string> Welcome()
    {
        var link = Host.Said.First(line => line.Contains("/welcome?t=", StringComparison.Ordinal)).Split(' ')[^1];
        var page = await Visit(new Uri(link).PathAndQuery);
        await page.GetByLabel("Name").First.FillAsync("Mirjam Achleitner");
        await page.Locator("input[type=email]").FillAsync("mirjam@stadt.example");
        await page.Locator("input[type=password]").FillAsync("Servus-und-herein-17");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/events");
        return await page.Context.StorageStateAsync();
    }
}

[CollectionDefinition(nameof(Installation))]
public sealed class InstallationCollection : ICollectionFixture<Installation>;
