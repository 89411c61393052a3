using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace EventOps.Host.Describing;

/// <summary>The description of /api/v1 at /openapi/v1.json: only the API, and how to sign in to it.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "EventOps", Version = "v1", Description = "Registration and check-in of public events." };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
            };
            return Task.CompletedTask;
        });
    }
}
