using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Barcamp.Exporting;

/// <summary>
/// Sheets for the doors: one page of A4 for each room and day, with all its sessions and the way to the live board.
/// </summary>
public static class RoomSheets
{
    private const double Width = 210, Height = 297, Edge = 14, StripHeight = 34, QrSide = 38, Room = Width - 2 * Edge;
    private const double TimeWidth = 40, Top = StripHeight + 20, Bottom = Height - QrSide - 14, MostRow = 27;
    private static readonly TextSource T = ExportTexts.Of;

    /// <summary>Writes the file to a stream that can seek; only one room's sheets where one is given.</summary>
    public static void Write(Stream to, Plan plan, string baseUrl, Guid? only = null)
    {
        using var paper = new Paper(T["pdf.rooms", plan.Title], Language.Current, Width, StripHeight);
        var code = QrMatrix.Of(Links.Board(baseUrl));
        var sheets = plan.Rooms.Where(room => only is null || room.Id == only)
            .SelectMany(room => plan.Days, (room, day) => (room, day)).ToArray();
        foreach (var (room, day) in sheets)
            paper.Page(Width, Height, pen => pen.Group(() => Sheet(pen, plan, room, day, code)));
        // A file needs a page.
        if (sheets.Length == 0)
            paper.Page(Width, Height, pen =>
                pen.Heading(() => pen.Write(plan.Title.ToString(), Face.SignBold, 40, Ink.Black, Edge, 8, Room)));
        paper.Save(to);
    }

    private static void Sheet(Pen pen, Plan plan, Room room, DateOnly day, QrMatrix code)
    {
        var say = Say.In(plan.TimeZone);
        pen.Strip(room.Tone, 0, 0);
        pen.Heading(() => pen.Write(room.Name, Face.SignBold, 40, Ink.White, Edge, 8, Room - 20));
        pen.Paragraph(() =>
        {
            var at = StripHeight + 5.0;
            at += pen.Write(plan.Title.ToString(), Face.SignBold, 14, Ink.Black, Edge, at, Room);
            pen.Write($"{say.Day(plan.Instant(day.ToDateTime(new(12, 0))))} · {T["pdf.seats", room.Capacity]}", Face.Text, 11,
                Ink.Soft, Edge, at, Room);
        });
        Rows(pen, plan, room, [.. plan.Slots.Where(slot => slot.Day == day)]);
        pen.Qr(code, T["pdf.qr.board"], Edge - 4, Bottom + 6, QrSide);
        pen.Paragraph(() =>
        {
            pen.Write(T["pdf.scan"], Face.SignBold, 16, Ink.Black, Edge + QrSide, Bottom + 14, Room - QrSide, lines: 2);
            pen.Write(T["pdf.asof", say.ShortMoment(plan.ChangedAt)], Face.Text, 10, Ink.Soft, Edge + QrSide, Bottom + 32,
                Room - QrSide);
        });
    }

    private static void Rows(Pen pen, Plan plan, Room room, Slot[] slots)
    {
        if (slots.Length == 0) return;
        var (at, row) = (Top, Math.Min(MostRow, (Bottom - Top) / slots.Length));
        var size = Math.Min(20, row * 0.72);
        foreach (var slot in slots)
        {
            var top = at;
            at += row;
            var session = plan.At(room.Id, slot.Id);
            // The second half of a long session belongs to the row above.
            if (session is not null && session.Cell!.SlotId != slot.Id) continue;
            pen.Ornament(on => on.DrawLine(Ink.Cut, Edge, top, Width - Edge, top));
            var say = Say.In(plan.TimeZone);
            pen.Paragraph(() =>
            {
                pen.Write(say.Clock(plan.Instant(slot.StartsAt)), Face.SignBold, size, Ink.Black, Edge, top + 1.5, TimeWidth);
                var (x, width) = (Edge + TimeWidth, Room - TimeWidth);
                if (session is null)
                {
                    var words = slot.Break is { } name ? name.ToString() : T["pdf.free"];
                    pen.Write(words, Face.Text, size * 0.8, Ink.Soft, x, top + 1.8, width);
                    return;
                }

                var high = pen.Write(session.Title, Face.SignBold, size, Ink.Black, x, top + 1.5, width, lines: row > 20 ? 2 : 1);
                pen.Write(session.HostNames, Face.Text, size * 0.6, Ink.Soft, x, top + 1.5 + high, width);
            });
        }
    }
}
