using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Barcamp.Exporting;

/// <summary>
/// Cards to pin on a wall of paper: one A5 for each session, two on a page of A4, readable from a few steps away.
/// </summary>
public static class SessionCards
{
    private const double Width = 210, Height = 148.5, Edge = 14, StripHeight = 15, QrSide = 34, Room = Width - 2 * Edge;
    private static readonly TextSource T = ExportTexts.Of;

    /// <summary>Writes the file to a stream that can seek; cancelled sessions have no card.</summary>
    public static void Write(Stream to, Plan plan, string baseUrl)
    {
        using var paper = new Paper(T["pdf.cards", plan.Title], Language.Current, Width, StripHeight);
        var cards = plan.Sessions.Where(session => session.State is SessionState.Placed or SessionState.Parked).ToArray();
        if (cards.Length == 0) paper.Page(Width, 2 * Height, pen => pen.Heading(() => Title(pen, plan.Title.ToString(), Edge)));
        foreach (var page in cards.Chunk(2))
        {
            paper.Page(Width, 2 * Height, pen =>
            {
                foreach (var (at, session) in page.Index()) pen.Group(() => Card(pen, plan, session, baseUrl, at * Height));
                pen.Ornament(on => on.DrawLine(Ink.Cut, 0, Height, Width, Height));
            });
        }

        paper.Save(to);
    }

    private static void Card(Pen pen, Plan plan, PlannedSession session, string baseUrl, double y)
    {
        var at = y + Edge;
        pen.Heading(() => at += Title(pen, session.Title, at));
        if (session.HostNames.Length > 0)
            pen.Paragraph(() => at += 3 + pen.Write(session.HostNames, Face.Text, 20, Ink.Black, Edge, at + 3, Room, lines: 2));
        var summary = Math.Min(at + 3, y + Height - StripHeight - QrSide - 2);
        if (session.Summary.Length > 0)
            pen.Paragraph(() => pen.Write(session.Summary.ReplaceLineEndings(" "), Face.Text, 12, Ink.Soft, Edge, summary,
                Room - QrSide - 6, lines: 6));
        if (WishesOf(plan, session.Wishes) is { Length: > 0 } wishes)
            pen.Paragraph(() => pen.Write(wishes, Face.TextBold, 12, Ink.Black, Edge, y + Height - StripHeight - 9,
                Room - QrSide - 6));
        pen.Qr(QrMatrix.Of(Links.Session(baseUrl, session)), $"{T["pdf.qr.session"]}: {session.Title}",
            Width - Edge - QrSide + 4, y + Height - StripHeight - QrSide - 3, QrSide);
        pen.Strip(session.Cell is { } cell && plan.Room(cell.RoomId) is { } room ? room.Tone : 6, 0, y + Height - StripHeight);
        var where = PlaceOf(plan, session) ?? string.Join(" · ", session.Tags);
        if (where.Length > 0)
            pen.Paragraph(() => pen.Write(where, Face.SignBold, 20, Ink.White, Edge, y + Height - StripHeight + 3.2, Room - 20));
    }

    private static double Title(Pen pen, string title, double top) =>
        pen.Write(title, Face.SignBold, 44, Ink.Black, Edge, top, Room, lines: 3);

    private static string? PlaceOf(Plan plan, PlannedSession session) =>
        session.State == SessionState.Placed && plan.SpanOf(session) is var (from, until)
            && plan.Room(session.Cell!.RoomId) is { } room
            ? $"{room.Name} · {Say.In(plan.TimeZone).Hours(from, until)}"
            : null;

    private static string WishesOf(Plan plan, Wishes wishes)
    {
        var say = Say.In(plan.TimeZone);
        string Clock(TimeOnly time) => say.Time(plan.Instant(new(plan.Days is [var day, ..] ? day : default, time)));
        return string.Join(" · ", new[]
        {
            wishes.NotBefore is { } earliest ? T["pdf.notbefore", Clock(earliest)] : "",
            wishes.NotAfter is { } latest ? T["pdf.notafter", Clock(latest)] : "",
            wishes.Slots > 1 ? T["pdf.long"] : "",
            wishes.Features.Count > 0 ? T["pdf.needs", string.Join(", ", wishes.Features)] : "",
        }.Where(wish => wish.Length > 0));
    }
}
