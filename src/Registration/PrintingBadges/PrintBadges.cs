using EventOps.Registration.Planning;
using EventOps.Ui;
using EventOps.Ui.Pdf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.PrintingBadges;

/// <summary>Badges to print: a look at the first sheet, the whole file, or one badge.</summary>
public static class PrintBadges
{
    private const int OnTheSheet = 4;
    private const int MostChecked = 40;
    private static readonly TextSource T = BadgeTexts.Of;

    public static void Map(IEndpointRouteBuilder own)
    {
        own.MapGet("badges", Preview);
        own.MapGet("badges.pdf", (Organised at, HttpContext http, Badges badges, CancellationToken ct) =>
            Pdf(at, BadgeChoice.Of(http.Request.Query), null, badges, ct));
        own.MapGet("attendees/{id:guid}/badge.pdf", (Organised at, Guid id, Badges badges, CancellationToken ct) =>
            Pdf(at, BadgeChoice.All with { OneEach = true }, id, badges, ct));
    }

    public static async Task<IResult> Preview(Organised at, HttpContext http, Badges badges, CancellationToken ct)
    {
        var choice = BadgeChoice.Of(http.Request.Query);
        var people = await badges.People(at, choice, null, ct);
        return new RazorComponentResult<BadgesPage>(new
        {
            At = at,
            Choice = choice,
            Total = people.Count,
            First = await badges.Of(at, [.. people.Take(OnTheSheet)], ct),
            Smaller = Smaller(people),
        });
    }

    public static async Task<IResult> Pdf(Organised at, BadgeChoice choice, Guid? only, Badges badges, CancellationToken ct)
    {
        var people = await badges.People(at, choice, only, ct);
        if (people.Count == 0) return PageAnswers.NotFound();
        var content = await badges.Of(at, people, ct);
        // Through a file: hundreds of sheets need not lie in memory beside the document itself. It goes with its handle.
        var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var layout = choice.OneEach ? BadgeSheet.Sheet.OneOnA6 : BadgeSheet.Sheet.FourOnA4;
        BadgeSheet.Write(file, content, T["pdf.title", at.Event.Texts.Name], layout);
        file.Position = 0;
        return Results.File(file, "application/pdf", $"{at.Event.Slug}-{T["file"]}.pdf");
    }

    // Only long names can be too long: measuring all would take longer than printing them.
    private static List<string> Smaller(IReadOnlyList<Badges.Person> people) =>
    [
        .. people.OrderByDescending(person => Math.Max(person.GivenName.Length * 1.6, person.FamilyName.Length)).Take(MostChecked)
            .Where(person => BadgeSheet.StepsDown(new(person.GivenName, person.FamilyName, person.Organisation, "", 1, "0", "", "", "")))
            .Select(person => $"{person.GivenName} {person.FamilyName}"),
    ];
}
