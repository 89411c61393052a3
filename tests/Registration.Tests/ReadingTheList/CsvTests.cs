using System.Text;
using EventOps.Registration.Events;
using EventOps.Registration.ReadingTheList;

namespace EventOps.Registration.Tests.ReadingTheList;

public class CsvTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    public static TheoryData<string> Formulas =>
    [
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠a", " =1", "\u00a0=1",
        "'=1", "\"=1", "”=1",
        "' =1", "\u200b=1", "=HYPERLINK(\"http://x\",\"y\")",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_text_that_a_spreadsheet_would_run_is_made_a_text_and_can_be_read_back(string text)
    {
        var cell = CsvCell.Of(text);
        var content = cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);

        Assert.StartsWith("'", content, StringComparison.Ordinal);
        Assert.Equal(text, CsvCell.Plain(content));
    }

    [Theory]
    [InlineData("Oberhuber")]
    [InlineData("O'Brien")]
    [InlineData("'s Gravenhage")]
    [InlineData("Müller, Lena \"Leni\"")]
    [InlineData("a=b")]
    [InlineData("")]
    public void Other_texts_stay_as_they_are(string text)
    {
        var cell = CsvCell.Of(text);
        Assert.Equal(text, cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
        Assert.Equal(text, CsvCell.Plain(text));
    }

    [Fact]
    public async Task The_file_holds_everybody_with_their_answers_as_spreadsheets_read_it()
    {
        var food = new Question(
            Guid.NewGuid(), QuestionKind.AnyOf, new("Essen, bitte", "Food"), new("", ""), false,
            [new("Vegan", "Vegan"), new("Alles", "All")]);
        var planned = await PlannedEvent.In(host, questions: [food]);
        await planned.SignUp(
            host, "=cmd", "O\"Brien,\nzwei Zeilen", "Müller & Söhne", answers: $$"""{"{{food.Id}}":["Vegan","Alles"]}""");
        host.Clock.Now += TimeSpan.FromMinutes(1); // the file is in the order of sign-ups
        var erased = await planned.SignUp(host);
        host.Clock.Now -= TimeSpan.FromMinutes(1);
        await host.Database.Execute($"delete from registration.personal where subject_id = '{erased}'");

        using var browser = host.Organiser();
        using var answer = await browser.Http.GetAsync(new Uri($"/events/{planned.Slug}/attendees.csv", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);

        var lines = Parse(Encoding.UTF8.GetString(bytes[3..]));
        var rows = lines[1..].ConvertAll(line => lines[0].Zip(line).ToDictionary(cell => cell.First, cell => cell.Second));
        Assert.Equal(2, rows.Count);
        Assert.Equal("'=cmd", rows[0]["Vorname"]);
        Assert.Equal("O\"Brien,\nzwei Zeilen", rows[0]["Nachname"]);
        Assert.Equal("Vegan; Alles", rows[0]["Essen, bitte"]);
        Assert.Equal("2026-11-23 09:03:00", rows[0]["Angemeldet am"]);
        Assert.Equal("Erwartet", rows[0]["Zustand"]);
        Assert.Equal("[gelöscht]", rows[1]["Nachname"]);
    }

    // RFC 4180: cells in quotes, quotes doubled, lines end with CR LF.
    private static List<List<string>> Parse(string file)
    {
        var lines = new List<List<string>> { new() };
        for (var at = 0; at < file.Length;)
        {
            Assert.Equal('"', file[at]);
            var end = at + 1;
            while (file[end] != '"' || (end + 1 < file.Length && file[end + 1] == '"')) end += file[end] == '"' ? 2 : 1;
            lines[^1].Add(file[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
            at = end + 2;
            if (file[end + 1] == ',') continue;
            Assert.Equal("\r\n", file[(end + 1)..(end + 3)]);
            at = end + 3;
            if (at < file.Length) lines.Add([]);
        }

        return lines;
    }
}
