using EventOps.Ui;

namespace EventOps.Host.Operating;

/// <summary>Tells browsers to trust nothing that does not come from this host.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Denied =
        "accelerometer=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), " +
        "payment=(), serial=(), usb=(), camera=";

    private static readonly string s_page = Policy(forScripts: "", forImages: "");
    private static readonly string s_scanner = Policy(forScripts: " 'wasm-unsafe-eval'", forImages: " blob:");

    /// <summary>Sets the headers of every answer, the failed ones too.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state => Write((HttpContext)state), http);
        return next(http);
    }

    private static Task Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        var camera = http.GetEndpoint()?.Metadata.GetMetadata<AllowsCamera>() is not null;
        headers.ContentSecurityPolicy = http.GetEndpoint()?.Metadata.GetMetadata<ServesUpload>() is not null ? ServesUpload.Policy
            : camera ? s_scanner : s_page;
        headers["Permissions-Policy"] = Denied + (camera ? "(self)" : "()");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Remove("blazor-enhanced-nav"); // for a script that we do not use
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }

    private static string Policy(string forScripts, string forImages) => string.Join("; ",
        "default-src 'none'", "script-src 'self'" + forScripts, "style-src 'self'", "img-src 'self' data:" + forImages,
        "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'");
}
