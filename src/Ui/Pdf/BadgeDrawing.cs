using PdfSharp.Drawing;

namespace EventOps.Ui.Pdf;

/// <summary>One A6 badge: slot, event, name, organisation, foot with code, strip.</summary>
internal sealed class BadgeDrawing
{
    private const double Width = 105, Height = 148.5, Edge = 8, Room = Width - 2 * Edge;
    private const double StripHeight = 15, QrSide = 27;

    private static readonly XPen s_slot = new(Ink.Cut.Color, 0.25) { DashPattern = [4, 3] };

    private readonly Pen _pen;
    private readonly BadgeContent _badge;
    private readonly (Fit Fit, Face Face) _given;
    private readonly (Fit Fit, Face Face) _family;

    public BadgeDrawing(Pen pen, BadgeContent badge)
    {
        (_pen, _badge) = (pen, badge);
        (_given, _family) = (Set(badge.GivenName, 42, 1), Set(badge.FamilyName, 25, 1));
        if (_given.Fit.Size >= 42 && _family.Fit.Size >= 25) return;
        // Both step down together, and only then a name is set on two lines or shrinks on its own.
        StepsDown = true;
        (_given, _family) = (Set(badge.GivenName, 28, 2), Set(badge.FamilyName, 19, 2));
    }

    public bool StepsDown { get; }

    public void Draw(QrMatrix code, string alternative, double x, double y) => _pen.Group(() =>
    {
        _pen.Ornament(on => on.DrawRoundedRectangle(s_slot, x + (Width - 15) / 2, y + 5, 15, 3.2, 3.2, 3.2));
        _pen.Strip(_badge.Tone, x, y + Height - StripHeight);
        _pen.Paragraph(() =>
        {
            _pen.Write(_badge.EventName, Face.SignBold, 11, Ink.Black, x + Edge, y + 13.5, 58, lines: 2);
            _pen.Write(_badge.EventLine, Face.SignBold, 11, Ink.Black, x + Width - Edge, y + 13.5, 29, lines: 2, end: true);
        });
        Who(x, y);
        Foot(x, y);
        _pen.Qr(code, $"{alternative} {_badge.GivenName} {_badge.FamilyName}",
            x + Width - 5.3 - QrSide, y + Height - StripHeight - 2 - QrSide, QrSide);
        var (word, face) = _pen.Set(_badge.TypeName, Face.SignBold, 15, Room - 20, 2);
        var high = word.Lines.Count * word.Size * 1.15 * 25.4 / 72;
        _pen.Paragraph(() => _pen.Lines(word, face, Ink.White, x + Edge, y + Height - (StripHeight + high) / 2));
    });

    private (Fit, Face) Set(string name, double size, int lines) => _pen.Set(name, Face.SignBold, size, Room, lines);

    // Between head and foot, in the middle.
    private void Who(double x, double y)
    {
        var organisation = _badge.Organisation.Length == 0 ? default : _pen.Set(_badge.Organisation, Face.Text, 13, Room, 3);
        var high = High(_given.Fit, 0.98) + High(_family.Fit, 1.08)
            + (organisation.Fit is null ? 0 : 3 + High(organisation.Fit, 1.3));
        const double Top = 23, Bottom = Height - StripHeight - 2 - QrSide;
        var at = y + Math.Max(Top, (Top + Bottom - high) / 2);
        _pen.Heading(() =>
        {
            at += _pen.Lines(_given.Fit, _given.Face, Ink.Black, x + Edge, at, 0.98);
            at += _pen.Lines(_family.Fit, _family.Face, Ink.Black, x + Edge, at, 1.08);
        });
        if (organisation.Fit is not null)
            _pen.Paragraph(() => _pen.Lines(organisation.Fit, organisation.Face, Ink.Black, x + Edge, at + 3, 1.3));
    }

    private void Foot(double x, double y) => _pen.Paragraph(() =>
    {
        var notes = _badge.FootNote.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(note => _pen.Set(note, Face.Text, 9, 50, 3)).ToList();
        var at = y + Height - StripHeight - 4 - notes.Sum(note => High(note.Fit, 1.3));
        foreach (var note in notes) at += _pen.Lines(note.Fit, note.Face, Ink.Soft, x + Edge, at, 1.3);
    });

    private static double High(Fit fit, double leading) => fit.Lines.Count * fit.Size * leading * 25.4 / 72;
}
