using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>What stands on a ticket to print; all texts come ready, in the ticket's language.</summary>
/// <param name="GivenName">Of the person who may enter.</param>
/// <param name="FamilyName">Of the same.</param>
/// <param name="Organisation">May be empty.</param>
/// <param name="TypeName">The word on the strip.</param>
/// <param name="Tone">1 to 6.</param>
/// <param name="EventName">Also the file's title.</param>
/// <param name="When">Day and hours.</param>
/// <param name="Where">Place and address.</param>
/// <param name="QrPayload">What the scanner reads.</param>
/// <param name="Code">What a person types when the camera fails, such as K7MQ 4RZP X2VD.</param>
/// <param name="HowTo">Sentences below the ticket.</param>
public sealed record TicketContent(
    string GivenName, string FamilyName, string Organisation, string TypeName, int Tone,
    string EventName, string When, string Where, string QrPayload, string Code, IReadOnlyList<string> HowTo);

/// <summary>The ticket as one badge on a page of A4.</summary>
public static class TicketSheet
{
    private const double Left = 52.5, Top = 20, Width = 105, Height = 152, Edge = 9, Room = Width - 2 * Edge;
    private const double StripHeight = 14, QrSide = 48;

    /// <summary>
    /// Writes the file to a stream that can seek, in the current language; a page for each ticket of a sign-up.
    /// </summary>
    public static void Write(Stream to, params IReadOnlyList<TicketContent> tickets)
    {
        using var paper = new Paper($"{UiTexts.Of["pdf.ticket"]}: {tickets[0].EventName}", Language.Current, Width, StripHeight);
        foreach (var ticket in tickets)
        {
            paper.Page(210, 297, pen =>
            {
                pen.Strip(ticket.Tone, Left, Top + Height - StripHeight);
                pen.Ornament(Outline);
                Sign(pen, ticket);
                Below(pen, ticket);
            });
        }

        paper.Save(to);
    }

    private static void Outline(XGraphics on)
    {
        // The strip is square; white corners round it off below the line.
        var corners = new XGraphicsPath { FillMode = XFillMode.Alternate };
        corners.AddRectangle(Left - 1, Top - 1, Width + 2, Height + 2);
        corners.AddRoundedRectangle(Left, Top, Width, Height, 8, 8);
        on.DrawPath(Ink.White, corners);
        var line = new XPen(Ink.Border.Color, 0.3);
        on.DrawRoundedRectangle(line, Left, Top, Width, Height, 8, 8);
        on.DrawRoundedRectangle(line, Left + (Width - 15) / 2, Top + 5, 15, 3.2, 3.2, 3.2);
    }

    private static void Sign(Pen pen, TicketContent ticket) => pen.Group(() =>
    {
        var (x, at) = (Left + Edge, Top + 14);
        pen.Paragraph(() => at += pen.Write(ticket.EventName, Face.SignBold, 13, Ink.Black, x, at, Room, lines: 2) + 1);
        pen.Paragraph(() =>
        {
            at += pen.Write(ticket.When, Face.Text, 10.5, Ink.Soft, x, at, Room, lines: 2) + 0.6;
            at += pen.Write(ticket.Where, Face.Text, 10.5, Ink.Soft, x, at, Room, lines: 2);
        });
        at = Math.Max(at + 5, Top + 38);
        var name = $"{ticket.GivenName} {ticket.FamilyName}";
        pen.Heading(() => at += pen.Write(name, Face.SignBold, 30, Ink.Black, x, at, Room, lines: 2));
        pen.Paragraph(() => pen.Write(ticket.Organisation, Face.Text, 12, Ink.Black, x, at + 1, Room, lines: 2));
        var qr = Top + Height - StripHeight - 14 - QrSide;
        pen.Qr(QrMatrix.Of(ticket.QrPayload), $"{UiTexts.Of["pdf.qr"]} {ticket.Code}", Left + (Width - QrSide) / 2, qr, QrSide);
        pen.Paragraph(() => Centre(pen, ticket.Code, qr + QrSide));
        var strip = Top + Height - StripHeight + 4.6;
        pen.Paragraph(() => pen.Write(ticket.TypeName, Face.SignBold, 14, Ink.White, x, strip, Room - 14));
    });

    private static void Centre(Pen pen, string code, double top)
    {
        var (fit, face) = pen.Set(code, Face.SignBold, 16, Room, 1);
        pen.Lines(fit, face, Ink.Black, Left + (Width - pen.Width(fit, face)) / 2, top);
    }

    private static void Below(Pen pen, TicketContent ticket)
    {
        var at = Top + Height + 12;
        foreach (var sentence in ticket.HowTo)
            pen.Paragraph(() => at += pen.Write(sentence, Face.Text, 11, Ink.Black, Left, at, Width, lines: 6) + 2.5);
    }
}
