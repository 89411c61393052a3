using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.Api;

/// <summary>Reads request bodies so that a malformed one becomes an answer of ours, not the framework's.</summary>
public static class Json
{
    /// <summary>The body, or null where it is no JSON of this shape.</summary>
    public static async ValueTask<T?> Body<T>(HttpContext http, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        try
        {
            return http.Request.HasJsonContentType() ? await JsonSerializer.DeserializeAsync(http.Request.Body, type, ct) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
