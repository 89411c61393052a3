using System.Text;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Reading;
using EventOps.Barcamp.WritingNotes;
using EventOps.Ui;

namespace EventOps.Barcamp.ReadingNotes;

/// <summary>All that took place, in the order of the day, each with its note.</summary>
/// <param name="Entries">Sessions with a place, cancelled ones left out.</param>
public sealed record Documentation(IReadOnlyList<Documentation.Entry> Entries)
{
    private static TextSource T => NoteTexts.Of;

    public sealed record Entry(PlannedSession Session, Slot? Slot, Room? Room, Note Note);

    public int WithNotes => Entries.Count(entry => !entry.Note.IsEmpty);

    public static async Task<Documentation> Of(AtBarcamp at, Plans plans, Notes notes, CancellationToken ct)
    {
        var (plan, written) = (await plans.Recent(at, ct), await notes.OfEvent(at.Id, ct));
        return new([
            .. plan.Placed.Select(session => new Entry(
                session, plan.Slot(session.Cell!.SlotId), plan.Room(session.Cell.RoomId),
                written.GetValueOrDefault(session.Id) ?? Note.None(session.Id)))
                .OrderBy(entry => entry.Slot?.StartsAt).ThenBy(entry => plan.Rooms.TakeWhile(room => room.Id != entry.Room?.Id).Count()),
        ]);
    }

    /// <summary>When, where, by whom, in one line.</summary>
    public static string Line(Entry entry, AtBarcamp at) => string.Join(" · ", new[]
    {
        entry.Slot is { } slot ? at.Say.ShortMoment(at.Say.Instant(slot.StartsAt)) : "", entry.Room?.Name ?? "",
        entry.Session.HostNames,
    }.Where(part => part.Length > 0));

    public string Markdown(AtBarcamp at)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Plain(at.Title)).Append("\n\n").Append(T["coverage", WithNotes, Entries.Count]).Append('\n');
        foreach (var entry in Entries)
        {
            text.Append("\n## ").Append(Plain(entry.Session.Title)).Append("\n\n").Append(Plain(Line(entry, at))).Append("\n\n");
            if (entry.Note.Body.Length > 0) text.Append(Lower(entry.Note.Body)).Append("\n\n");
            foreach (var link in entry.Note.Links) text.Append("- <").Append(link).Append(">\n");
            if (entry.Note.IsEmpty) text.Append('_').Append(T["empty"]).Append("_\n");
        }

        return text.ToString();
    }

    private static string Plain(string text) => text.ReplaceLineEndings(" ");

    // Headings of a note stand below the session's own.
    private static string Lower(string body) =>
        string.Join(
            '\n',
            body.Split('\n').Select(line => line.StartsWith('#') && line.TrimStart('#').StartsWith(' ') ? $"##{line}" : line));
}
