using System.Buffers;
using CsvHelper;

namespace EventOps.Surveys.Exporting;

/// <summary>A CSV file that spreadsheets open as it is; no text in it can become a formula.</summary>
public static class CsvFile
{
    // What begins a formula, also in the wide forms of East Asian keyboards.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("=+-@\t\r\n＝＋－＠−");

    // What some programs skip before they look for one.
    private static readonly SearchValues<char> s_skipped = SearchValues.Create("\"'`´‘’“”„\uFEFF\u200B");

    // Its own care for formulas knows fewer signs.
    private static readonly CsvWriterOptions s_usual = new() { WriteByteOrderMark = true, HasHeader = false };

    /// <summary>The file begins with the mark that tells Excel that it is UTF-8.</summary>
    /// <param name="lines">Cells are texts or numbers; none is an empty cell.</param>
    public static byte[] Write(IEnumerable<IReadOnlyList<object?>> lines)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, s_usual, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                foreach (var cell in line) csv.WriteField(cell is string text ? Safe(text) : cell);
                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    /// <summary>The text, with an apostrophe before what a spreadsheet would compute.</summary>
    public static string Safe(string text)
    {
        var rest = text.AsSpan();
        while (rest is [var letter, ..] && !s_signs.Contains(letter)
            && (char.IsWhiteSpace(letter) || char.IsControl(letter) || s_skipped.Contains(letter)))
            rest = rest[1..];
        return rest is [var first, ..] && s_signs.Contains(first) ? $"'{text}" : text;
    }
}
