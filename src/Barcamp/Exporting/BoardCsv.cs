using System.Buffers;
using System.Globalization;
using System.Text;
using EventOps.Barcamp.Reading;
using EventOps.Ui;

namespace EventOps.Barcamp.Exporting;

/// <summary>All sessions of the board as a CSV file that spreadsheets open as it is; no cell can become a formula.</summary>
public static class BoardCsv
{
    private static readonly TextSource T = ExportTexts.Of;

    /// <summary>The file begins with the mark that tells Excel that it is UTF-8.</summary>
    public static string Write(Plan plan, string baseUrl)
    {
        var file = new StringBuilder("\uFEFF");
        Line(file, [
            T["csv.day"], T["csv.from"], T["csv.until"], T["csv.room"], T["csv.title"], T["csv.hosts"], T["csv.state"],
            T["csv.language"], T["csv.tags"], T["csv.stars"], T["csv.summary"], T["csv.address"],
        ]);
        foreach (var session in plan.Sessions.OrderBy(session => plan.SpanOf(session)?.From ?? DateTimeOffset.MaxValue)
            .ThenBy(session => plan.Rooms.TakeWhile(room => room.Id != session.Cell?.RoomId).Count())
            .ThenBy(session => session.Id))
            Line(file, Cells(plan, session, baseUrl));
        return file.ToString();
    }

    private static IEnumerable<string?> Cells(Plan plan, PlannedSession session, string baseUrl)
    {
        var slots = plan.SlotsOf(session);
        return
        [
            slots is [var first, ..] ? ScheduleFile.Date(first.Day) : null, Clock(slots.Count > 0 ? slots[0].StartsAt : null),
            Clock(slots.Count > 0 ? slots[^1].EndsAt : null), session.Cell is { } cell ? plan.Room(cell.RoomId)?.Name : null,
            session.Title,
            session.HostNames, T[$"state.{session.State}"], session.Language, string.Join(' ', session.Tags),
            session.Stars?.ToString(CultureInfo.InvariantCulture), session.Summary, Links.Session(baseUrl, session),
        ];
    }

    private static string? Clock(DateTime? at) => at?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder file, IEnumerable<string?> cells) =>
        file.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
}

/// <summary>One cell, quoted as RFC 4180 says; before what a spreadsheet would compute stands an apostrophe.</summary>
internal static class CsvCell
{
    // What begins a formula, also in the wide forms of East Asian keyboards.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("=+-@\t\r\n＝＋－＠−");

    // What some programs skip before they look for one.
    private static readonly SearchValues<char> s_skipped = SearchValues.Create("\"'`´‘’“”„\uFEFF\u200B");

    public static string Of(string? text)
    {
        text ??= "";
        return $"\"{(IsFormula(text) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsFormula(string text)
    {
        var rest = text.AsSpan();
        while (rest is [var letter, ..] && !s_signs.Contains(letter)
            && (char.IsWhiteSpace(letter) || char.IsControl(letter) || s_skipped.Contains(letter)))
            rest = rest[1..];
        return rest is [var first, ..] && s_signs.Contains(first);
    }
}
