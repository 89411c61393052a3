using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;
using EventOps.Ui;
using EventOps.Ui.Pdf;
using PdfSharp.Drawing;

namespace EventOps.Barcamp.Exporting;

/// <summary>
/// The whole board on A3 landscape: a page for each day, more where it has more rooms than can be read side by side.
/// </summary>
public static class BoardSheet
{
    private const double Width = 420, Height = 297, Edge = 12, QrSide = 30;
    private const double Top = 42, HeadHeight = 12, TimeWidth = 24, BreakHeight = 11;
    private const int MostRooms = 8;
    private static readonly TextSource T = ExportTexts.Of;
    private static readonly XPen s_line = new(Ink.Border.Color, 0.25);

    /// <summary>Writes the file to a stream that can seek.</summary>
    public static void Write(Stream to, Plan plan, string baseUrl)
    {
        var pages = Math.Max(1, (plan.Rooms.Count + MostRooms - 1) / MostRooms);
        var columns = Math.Max(1, (plan.Rooms.Count + pages - 1) / pages);
        var column = (Width - 2 * Edge - TimeWidth) / columns;
        using var paper = new Paper(T["pdf.board", plan.Title], Language.Current, column, HeadHeight);
        var code = QrMatrix.Of(Links.Board(baseUrl));
        foreach (var day in plan.Days.DefaultIfEmpty())
        {
            foreach (var (at, rooms) in plan.Rooms.Chunk(columns).DefaultIfEmpty([]).Index())
            {
                var part = pages == 1
                    ? ""
                    : $" · {T["pdf.rooms.part", at * columns + 1, at * columns + rooms.Length, plan.Rooms.Count]}";
                paper.Page(Width, Height, pen =>
                {
                    Head(pen, plan, day, part, code);
                    new Grid(pen, plan, rooms, [.. plan.Slots.Where(slot => slot.Day == day)], column).Draw();
                });
            }
        }

        paper.Save(to);
    }

    private static void Head(Pen pen, Plan plan, DateOnly day, string part, QrMatrix code)
    {
        var say = Say.In(plan.TimeZone);
        const double Room = Width - 2 * Edge - QrSide - 70;
        pen.Heading(() => pen.Write(plan.Title.ToString(), Face.SignBold, 34, Ink.Black, Edge, 10, Room));
        var line = say.Day(plan.Instant(day.ToDateTime(new(12, 0)))) + part;
        pen.Paragraph(() => pen.Write(line, Face.Text, 16, Ink.Soft, Edge, 26, Room));
        pen.Paragraph(() =>
        {
            const double Right = Width - Edge - QrSide;
            pen.Write(T["pdf.scan"], Face.SignBold, 13, Ink.Black, Right, 14, 68, lines: 3, end: true);
            pen.Write(T["pdf.asof", say.ShortMoment(plan.ChangedAt)], Face.Text, 10, Ink.Soft, Right, 31, 68, end: true);
        });
        pen.Qr(code, T["pdf.qr.board"], Width - Edge - QrSide + 4, 8, QrSide);
    }

    private sealed class Grid(Pen pen, Plan plan, Room[] rooms, Slot[] slots, double column)
    {
        private double RowHeight { get; } =
            RowHeightOf(slots.Count(slot => slot.Break is null), slots.Count(slot => slot.Break is not null));

        public void Draw()
        {
            pen.Group(() =>
            {
                for (var at = 0; at < rooms.Length; at++)
                {
                    var (x, room) = (X(at), rooms[at]);
                    pen.Strip(room.Tone, x, Top);
                    pen.Paragraph(() => pen.Write(room.Name, Face.SignBold, 15, Ink.White, x + 2.5, Top + 3, column - 20));
                }
            });
            var y = Top + HeadHeight;
            foreach (var slot in slots)
            {
                var (top, high) = (y, HeightOf(slot));
                pen.Group(() => Row(slot, top, high));
                y += high;
            }
        }

        private static double RowHeightOf(int rows, int breaks) =>
            (Height - Edge - Top - HeadHeight - breaks * BreakHeight) / Math.Max(1, rows);

        private double X(int room) => Edge + TimeWidth + room * column;

        private double HeightOf(Slot slot) => slot.Break is null ? RowHeight : BreakHeight;

        private void Row(Slot slot, double top, double high)
        {
            pen.Ornament(on => on.DrawRectangle(s_line, Edge, top, slot.Break is null ? TimeWidth : Width - 2 * Edge, high));
            pen.Paragraph(() =>
            {
                var time = Say.In(plan.TimeZone).Clock(plan.Instant(slot.StartsAt));
                pen.Write(time, Face.SignBold, 16, Ink.Black, Edge + 1.5, top + 2, TimeWidth - 3);
                if (slot.Break is not { } name) return;
                pen.Write(name.ToString(), Face.SignBold, 14, Ink.Soft, X(0) + 2.5, top + 2.4, column * rooms.Length);
            });
            if (slot.Break is not null) return;
            for (var at = 0; at < rooms.Length; at++)
            {
                var x = X(at);
                if (plan.At(rooms[at].Id, slot.Id) is not { } session)
                    pen.Ornament(on => on.DrawRectangle(s_line, x, top, column, high));
                // The second half of a long session was drawn with its first.
                else if (session.Cell!.SlotId == slot.Id) Cell(session, x, top, plan.SlotsOf(session).Sum(HeightOf));
            }
        }

        private void Cell(PlannedSession session, double x, double top, double high)
        {
            const double Line = 14 * 1.15 / Pen.Point;
            pen.Ornament(on => on.DrawRectangle(s_line, Ink.White, x, top, column, high));
            pen.Paragraph(() =>
            {
                var lines = Math.Max(1, (int)((high - 8) / Line));
                var at = top + 2 + pen.Write(session.Title, Face.SignBold, 14, Ink.Black, x + 2.5, top + 2, column - 5, lines);
                pen.Write(session.HostNames, Face.Text, 9.5, Ink.Soft, x + 2.5, at + 0.5, column - 5);
            });
        }
    }
}
