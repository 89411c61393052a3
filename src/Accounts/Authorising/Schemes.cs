using EventOps.Contracts;
using EventOps.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Accounts.Authorising;

/// <summary>
/// How a caller proves itself: /api by bearer token and nothing else; pages by a person's session, else by a device's key.
/// </summary>
public static class Schemes
{
    public const string Session = nameof(Session);
    public const string Device = nameof(Device);
    public const string Bearer = nameof(Bearer);
    private const string Any = nameof(Any);

    public static IServiceCollection AddAuthorising(this IServiceCollection services)
    {
        services.AddSingleton<SessionCookie>();
        var schemes = services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, options => options.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(Bearer, null);
        AddCookie(schemes, Session, SessionCookie.Name, SessionCookie.Idle, SessionCookie.Validate);
        AddCookie(schemes, Device, DeviceCookie.Name, DeviceCookie.Lifetime, DeviceCookie.Validate);
        services.AddSingleton<IAuthorizationHandler, EventScope>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denied>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, Organiser)
            .AddPolicy(Policies.Scanner, policy => policy
                .RequireRole(Claims.OrganiserRole, Claims.ScannerRole).AddRequirements(new EventScope.Requirement()))
            .AddPolicy(Policies.Person, policy => policy.RequireClaim(Claims.Kind, Claims.PersonKind))
            .SetDefaultPolicy(Built(Organiser))
            .SetFallbackPolicy(Built(Organiser)); // an endpoint that names no policy is closed, not open
        return services;
    }

    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static void Organiser(AuthorizationPolicyBuilder policy) => policy.RequireRole(Claims.OrganiserRole);

    private static AuthorizationPolicy Built(Action<AuthorizationPolicyBuilder> configure)
    {
        var policy = new AuthorizationPolicyBuilder();
        configure(policy);
        return policy.Build();
    }

    private static string Choose(HttpContext http)
    {
        if (IsApi(http.Request)) return Bearer;
        var url = http.RequestServices.GetRequiredService<PublicUrl>();
        return !http.Request.Cookies.ContainsKey(url.CookieName(SessionCookie.Name))
            && http.Request.Cookies.ContainsKey(url.CookieName(DeviceCookie.Name)) ? Device : Session;
    }

    private static void AddCookie(
        AuthenticationBuilder schemes, string scheme, string name, TimeSpan lifetime,
        Func<CookieValidatePrincipalContext, Task> validate)
    {
        schemes.AddCookie(scheme);
        schemes.Services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<PublicUrl>((options, url) =>
        {
            options.Cookie.Name = url.CookieName(name);
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = url.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = lifetime;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = validate;
            options.Events.OnRedirectToLogin = context => Denied.NotSignedIn(context.HttpContext);
            options.Events.OnRedirectToAccessDenied = context => Denied.NotAllowed(context.HttpContext);
        });
    }
}
