using System.Collections.Concurrent;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace EventOps.Ui.Pdf;

/// <summary>The faces of PDF files: signs and names in Sofia Sans, text in Noto Sans, both embedded in this assembly.</summary>
internal enum Face
{
    Sign,
    SignBold,
    Text,
    TextBold,
}

/// <summary>Hands out the embedded fonts; a name in a script that the sign face lacks is set in Noto Sans.</summary>
internal sealed class PdfFonts
{
    private readonly ConcurrentDictionary<(Face Face, double Size), XFont> _fonts = new();

    public XFont this[Face face, double size] => _fonts.GetOrAdd((face, size), key => new XFont(key.Face.ToString(), key.Size));

    /// <summary>The face itself, or its stand-in when it lacks a letter of this text.</summary>
    public Face For(Face face, string text) => HasAll(face, text) ? face : face is Face.SignBold ? Face.TextBold : Face.Text;

    private bool HasAll(Face face, string text)
    {
        var font = this[face, 10];
        foreach (var rune in text.EnumerateRunes())
            if (GlyphHelper.GlyphIndexFromCodePoint(rune.Value, font) == 0)
                return false;
        return true;
    }

    /// <summary>Finds the files for PDFsharp.</summary>
    internal sealed class Embedded : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(familyName);

        public byte[] GetFont(string faceName)
        {
            var file = Enum.Parse<Face>(faceName) switch
            {
                Face.Sign => "SofiaSansSemiCondensed_400Regular",
                Face.SignBold => "SofiaSansSemiCondensed_700Bold",
                Face.TextBold => "NotoSans_700Bold",
                _ => "NotoSans_400Regular",
            };
            using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{file}.ttf")
                ?? throw new InvalidOperationException($"The font {file} is not embedded.");
            var bytes = new byte[font.Length];
            font.ReadExactly(bytes);
            return bytes;
        }
    }
}
