using EventOps.Ui.Live;
using EventOps.Ui.Tests.Gallery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace EventOps.Ui.Tests;

/// <summary>A small real host with the gallery, on a port of its own.</summary>
public sealed class Site : IAsyncLifetime
{
    private WebApplication _app = null!;
    private int _count;
    private string? _told;

    public string Url => _app.Urls.First();
    public LiveHub Hub => _app.Services.GetRequiredService<LiveHub>();
    public HttpClient Client { get; private set; } = null!;

    public static string Root { get; } = FindRoot();

    /// <summary>Whether the stream is refused, as by a proxy that knows no streams.</summary>
    public bool StreamsBroken { get; set; }

    public int Count
    {
        get => Volatile.Read(ref _count);
        set => Volatile.Write(ref _count, value);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddUi();
        builder.Services.AddSingleton(new PublicUrl(new("http://veranstaltung.example")));
        builder.Services.AddAntiforgery();
        _app = builder.Build();
        _app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(Root, "src/Ui/wwwroot")),
            RequestPath = "/ui",
        });
        _app.UseRouting();
        _app.UseUi();
        _app.UseAntiforgery();
        _app.MapUi();
        MapGallery(_app);
        await _app.StartAsync();
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Url) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private void MapGallery(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/gallery/event", () => Page<EventGallery>());
        routes.MapGet("/gallery/signup", () => Page<SignUpGallery>());
        routes.MapGet("/gallery/ticket", () => Page<TicketGallery>());
        routes.MapGet("/gallery/dashboard", () => Page<DashboardGallery>());
        routes.MapGet("/gallery/lost", () => Page<NotFoundPage>());
        routes.MapGet("/gallery/error", () => Page<ErrorPage>(new { RetryHref = "/gallery/event", Trace = "a1b2" }));
        routes.MapGet("/gallery/refusal", () => Page<RefusalPage>(new
        {
            Title = "Der letzte Platz ging vor einer Sekunde weg.",
            Text = "Auf die Warteliste?",
        }));
        routes.MapGet("/gallery/door-{verdict}", (string verdict) => Page<DoorGallery>(new { Verdict = verdict }));
        routes.MapGet("/prefers", (HttpContext http) =>
        {
            http.PreferLanguage(http.Request.Query["ticket"]);
            return Page<NotFoundPage>();
        });
        routes.MapGet("/falls-back", async (HttpContext http) =>
        {
            await Task.Yield();
            http.FallBackToLanguage(http.Request.Query["event"]);
            return Page<NotFoundPage>();
        });
        routes.MapGet("/live", (string? q) => Page<LiveGallery>(new { Query = q, Count, Told = _told }));
        routes.MapPost("/live", Say).DisableAntiforgery();
        routes.MapGet("/live/stream", (HttpContext http, LiveHub hub) =>
            StreamsBroken ? Results.StatusCode(503) : (IResult)LiveStream.Of(hub, http, "numbers"));
    }

    private IResult Say([FromForm] string? word)
    {
        if (string.IsNullOrEmpty(word))
            return new RazorComponentResult<LiveGallery>(new { Count, Word = word, Wrong = "Bitte ein Wort eintragen." })
            {
                StatusCode = 422,
            };
        _told = $"Gesagt: {word}";
        return Results.Redirect("/live?said=1");
    }

    private static RazorComponentResult<T> Page<T>(object? parameters = null) where T : IComponent =>
        new(parameters ?? new { });

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "EventOps.sln"))) return at.FullName;
        throw new InvalidOperationException("These tests run inside the source tree.");
    }
}
