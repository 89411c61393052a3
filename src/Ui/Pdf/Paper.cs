using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace EventOps.Ui.Pdf;

/// <summary>A tagged PDF file with title and language; pages are drawn one after the other.</summary>
internal sealed class Paper : IDisposable
{
    private readonly PdfDocument _document = new();
    private readonly UAManager _tags;

    static Paper()
    {
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver ??= new PdfFonts.Embedded();
    }

    public Paper(string title, Language language, double stripWidth = 105, double stripHeight = 15)
    {
        _document.Info.Title = title;
        _document.Info.Creator = "EventOps";
        // Before the tags, which know pages only; and these before the first page, or it has none.
        Strips = new(_document, stripWidth, stripHeight);
        _tags = UAManager.ForDocument(_document);
        _tags.SetDocumentLanguage(language.Culture.Name);
    }

    public PdfFonts Fonts { get; } = new();

    public Strips Strips { get; }

    /// <summary>Adds a page of this size in millimetres and draws it.</summary>
    public void Page(double width, double height, Action<Pen> draw)
    {
        var page = _document.AddPage();
        page.Width = XUnit.FromMillimeter(width);
        page.Height = XUnit.FromMillimeter(height);
        using var graphics = XGraphics.FromPdfPage(page);
        draw(new Pen(graphics, _tags.StructureBuilder, this, page.Height.Point));
    }

    public void Save(Stream to) => _document.Save(to, closeStream: false);

    public void Dispose() => _document.Dispose();
}
