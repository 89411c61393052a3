using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Host.Legal;

/// <summary>The pages that every page's footer leads to. An operator puts own texts into the data folder, see docs/operations.md.</summary>
internal static class LegalPages
{
    private static readonly string[] s_pages = ["privacy", "accessibility", "imprint"];

    public static void MapLegalPages(this IEndpointRouteBuilder routes, string dataFolder)
    {
        foreach (var page in s_pages)
        {
            routes.MapGet($"/{page}", () => new RazorComponentResult<LegalPage>(
                new { Page = page, Own = OwnText.Read(dataFolder, page) })).AllowAnonymous();
        }
    }
}
