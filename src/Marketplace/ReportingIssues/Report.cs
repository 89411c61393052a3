using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Pictures;
using EventOps.Marketplace.Plans;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Marketplace.ReportingIssues;

/// <summary>What somebody reports, as it was typed, with the photo cleaned.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="StandId">At which stand; null: the place is said in words.</param>
/// <param name="Text">The words to keep; null where something is missing.</param>
internal sealed record Report(TypedForm Form, Guid? StandId, IssueText? Text)
{
    public const string Name = "report";
    public const int LargestRequest = Photo.MostBytes + 1024 * 1024;

    private static readonly TextSource T = ReportTexts.Of;

    /// <summary>Reads a form; stands are those that may be named.</summary>
    public static async Task<Report> Of(
        AtMarket at, Guid id, IFormCollection typed, IEnumerable<PlannedStand> stands, CancellationToken ct)
    {
        var form = TypedForm.Of(Name, typed);
        var text = form.Text("text", 2000, T["text.missing"]);
        var place = form.Line("place", Shape.Name);
        var stand = Guid.TryParse(form["stand"], out var chosen) && stands.Any(known => known.Id == chosen) ? chosen
            : (Guid?)null;
        if (stand is null && place.Length == 0) form.Wrong("place", T["place.missing"]);
        var email = form["email"].Length == 0 ? "" : form.Address("email", "");
        var photo = await Read(typed.Files.GetFile("photo"), ct);
        if (photo is { Clean: null }) form.Wrong("photo", T["photo.wrong"]);
        return new(form, stand, form.Fits
            ? new(id, at.Event.Id, text, stand is null ? place : "", email, photo?.Clean?.Bytes, photo?.Clean?.Type) : null);
    }

    /// <summary>The report with its words, in one transaction.</summary>
    public Work Work(AtMarket at, Guid? exhibitorId) => new Work().By(at.Metadata)
        .On(Issue.Stream(Text!.IssueId), Issue.Decider, new ReportIssue(at.Event.Id, StandId, exhibitorId))
        .Then(commit => commit.Write(Text!));

    private static async Task<Photographed?> Read(IFormFile? file, CancellationToken ct)
    {
        if (file is not { Length: > 0 }) return null;
        if (file.Length > Photo.MostBytes) return new(null);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, ct);
        return new(Photo.Clean(copy.ToArray()));
    }

    private sealed record Photographed((byte[] Bytes, string Type)? Clean);
}
