using System.Globalization;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.Proposing;

/// <summary>The fields of a proposal.</summary>
public static class ProposalForm
{
    public const string Name = "proposal";
    public const int LongestTitle = 120;
    public const int LongestSummary = 1500;
    private const int MostTags = 5;
    private const int LongestTag = 30;
    private const int MostHashtags = 3;
    private static readonly TextSource T = ProposingTexts.Of;

    /// <summary>What was typed, in shape.</summary>
    public sealed record Typed(
        string Title, string Summary, string Language, IReadOnlyList<string> Tags, Wishes Wishes, string Host, string Hashtags);

    /// <summary>The languages that a session may be held in.</summary>
    public static IReadOnlyList<Option> Languages =>
        [new("de", T["language.de"]), new("en", T["language.en"]), new("bar", T["language.bar"])];

    public static TypedForm New(string title, string name, string hashtags) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["title"] = title,
        ["language"] = Language.Current.Code,
        ["name"] = name,
        ["hashtags"] = hashtags,
    });

    public static TypedForm Standing(Proposal proposal, Words.Text text, string name, string hashtags) => new(Name, field => field switch
    {
        "title" => [text.Title],
        "summary" => [text.Summary],
        "language" => [text.Language],
        "tags" => [string.Join(", ", text.Tags)],
        "long" => proposal.Wishes.Slots > 1 ? ["true"] : [],
        "notBefore" => [Clock(proposal.Wishes.NotBefore)],
        "notAfter" => [Clock(proposal.Wishes.NotAfter)],
        "features" => proposal.Wishes.Features,
        "name" => [name],
        "hashtags" => [hashtags],
        _ => [],
    });

    /// <summary>Reads it; <paramref name="named"/>: whether the host's own name is asked for.</summary>
    public static Typed Read(TypedForm form, IReadOnlyList<string> features, bool named)
    {
        var wishes = new Wishes(
            Time(form, "notBefore"), Time(form, "notAfter"), [.. form.All("features").Where(features.Contains).Order()],
            form.Ticked("long") ? 2 : 1);
        if (wishes.NotBefore >= wishes.NotAfter) form.Wrong("notAfter", T["notAfter.order"]);
        return new(
            form.Line("title", LongestTitle, T["title.missing"]),
            form.Text("summary", LongestSummary),
            Languages.FirstOrDefault(known => known.Value == form["language"])?.Value ?? Language.Current.Code,
            Words(form, "tags", MostTags), wishes,
            named ? form.Line("name", Shape.Name, T["name.missing"]) : "",
            string.Join(' ', Words(form, "hashtags", MostHashtags).Select(word => $"#{word}")));
    }

    /// <summary>What rooms of a board have, for hosts to ask for.</summary>
    public static IReadOnlyList<string> Features(Board board) =>
        [.. board.Rooms.SelectMany(room => room.Features).Distinct().Order()];

    private static List<string> Words(TypedForm form, string field, int most)
    {
        var words = form.Line(field, 200)
            .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => word.TrimStart('#').ToLowerInvariant()).Where(word => word.Length > 0).Distinct().ToList();
        if (words.Count > most || words.Any(word => word.Length > LongestTag)) form.Wrong(field, T["words.many", most]);
        return words;
    }

    private static TimeOnly? Time(TypedForm form, string field)
    {
        if (form[field].Length == 0) return null;
        if (TimeOnly.TryParseExact(form[field], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        form.Wrong(field, T["time.shape"]);
        return null;
    }

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
