using System.Collections.Concurrent;
using System.Net;
using EventOps.Host.Operating;
using EventOps.Host.Starting;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Host.Tests.Operating;

/// <summary>The host's real server and protections around a test's own endpoints; no database.</summary>
public sealed class SmallHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lines _log = new();

    private SmallHost(Action<IEndpointRouteBuilder> map, IPAddress? peer, Action<IServiceCollection>? services)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = new HostSettings(
            FreePort.Any(), IPAddress.Loopback, "", Demo: false, new Uri("http://127.0.0.1"), "", null);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => RequestLimits.Set(server, settings));
        builder.Logging.AddLogs(warningsOnly: false);
        builder.Logging.ClearProviders().AddProvider(_log); // the real filters, another place to write to
        builder.Services.AddUi();
        builder.Services.AddRequestLimits(new ConfigurationBuilder().Build());
        builder.Services.AddAuthentication("name").AddScheme<AuthenticationSchemeOptions, ByHeader>("name", null);
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery();
        services?.Invoke(builder.Services);
        _app = builder.Build();
        if (peer is not null)
        {
            _app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = peer;
                return next(http);
            });
        }

        _app.UseOperations();
        map(_app);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{settings.Port}") };
    }

    public HttpClient Client { get; }

    /// <summary>Everything logged, exceptions included.</summary>
    public string Log => string.Join('\n', _log.All);

    /// <summary>Starts one.</summary>
    /// <param name="map">The test's endpoints.</param>
    /// <param name="peer">Who seems to be connected, when not loopback.</param>
    /// <param name="services">What the endpoints need.</param>
    public static async Task<SmallHost> Start(
        Action<IEndpointRouteBuilder> map, IPAddress? peer = null, Action<IServiceCollection>? services = null)
    {
        var host = new SmallHost(map, peer, services);
        await host._app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _log.Dispose();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
