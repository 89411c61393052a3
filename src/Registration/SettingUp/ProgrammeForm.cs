using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;

namespace EventOps.Registration.SettingUp;

/// <summary>The fields of a programme item.</summary>
public static class ProgrammeForm
{
    public const string Name = "item";
    private const string Wall = "yyyy-MM-ddTHH:mm";
    private static readonly TextSource T = SettingUpTexts.Of;

    /// <summary>An empty form that goes on where the programme ends so far.</summary>
    public static TypedForm New(Event e)
    {
        var from = e.Programme.IsEmpty ? LocalTime.Of(e.Times.StartsAt, e.Times.TimeZone) : e.Programme.Max(item => item.EndsAt);
        return new(Name, field => field switch
        {
            "starts" => [Text(from)],
            "ends" => [Text(from.AddMinutes(45))],
            "room" => [e.Programme.LastOrDefault()?.Room ?? ""],
            "tone" => ["1"],
            _ => [],
        });
    }

    public static TypedForm Standing(ProgrammeItem item, string speakers) => new(Name, field => field switch
    {
        "title.de" => [item.Title.De],
        "title.en" => [item.Title.En],
        "summary.de" => [item.Summary.De],
        "summary.en" => [item.Summary.En],
        "starts" => [Text(item.StartsAt)],
        "ends" => [Text(item.EndsAt)],
        "room" => [item.Room],
        "tone" => [item.Tone.ToString(CultureInfo.InvariantCulture)],
        "speakers" => [speakers],
        _ => [],
    });

    public static ProgrammeItem? Read(TypedForm form, Event e, Guid id)
    {
        var title = form.Both("title", Shape.Title, T["item.title.missing"]);
        var summary = form.BothTexts("summary", 2000);
        var (starts, ends) = (Local(form, "starts", e), Local(form, "ends", e));
        var room = form.Line("room", Shape.Name);
        var tone = int.TryParse(form["tone"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
            ? Math.Clamp(chosen, 1, 6) : 1;
        return starts is { } from && ends is { } until ? new(id, from, until, title, summary, room, tone) : null;
    }

    private static DateTime? Local(TypedForm form, string field, Event e)
    {
        if (form.Moment(field) is not { } local) return null;
        if (LocalTime.Instant(local, e.Times.TimeZone) is not null) return local;
        form.Wrong(field, Shape.Sentence("shape.skipped"));
        return null;
    }

    private static string Text(DateTime local) => local.ToString(Wall, CultureInfo.InvariantCulture);
}
