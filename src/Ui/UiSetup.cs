using EventOps.Ui.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EventOps.Ui;

/// <summary>Brings the shared look into a host: services, the language of each request, and the style sheet.</summary>
public static class UiSetup
{
    /// <summary>Rendering on the server, and the hub for live views.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<LiveHub>();
        services.AddHostedService<Heartbeat>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<FormKeys>()
            .AddSingleton<SealedCookies>();
        services.AddScoped<Chapters>();
        return services;
    }

    /// <summary>Chooses the language of each request; goes before everything that writes a page.</summary>
    public static IApplicationBuilder UseUi(this IApplicationBuilder app)
    {
        TextSource.Strict = !app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsProduction();
        return app.UseLanguages();
    }

    /// <summary>Serves the style sheet; fonts and scripts are static web assets under /ui.</summary>
    public static void MapUi(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/ui/css/eventops.css", StyleSheet.Serve).AllowAnonymous();
}
