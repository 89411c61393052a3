using EventOps.Barcamp.Exporting;
using EventOps.Ui;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

public class BoardCsvTests
{
    [Fact]
    public void All_sessions_are_listed_in_the_order_of_time_and_room()
    {
        using var _ = Language.Use(Language.German);
        var rows = Rows(BoardCsv.Write(TwoDays.Plan, TwoDays.BaseUrl));
        Assert.Equal("Tag", rows[0][0]);
        Assert.Equal(["2018-03-24", "10:00", "10:45", "Großer Saal", "Bürgerhaushalt: wer zählt, wer zahlt?",
            "Aylin Yüksel-Maier, Bo <b>", "findet statt"], rows[1].Take(7));
        Assert.Equal(TwoDays.Plan.Sessions[0].Summary, rows[1][10]);
        Assert.Equal(["findet statt", "abgesagt", "Leitung kam nicht", "findet statt", "wartet auf einen Platz"],
            rows.Skip(1).Select(row => row[6]));
        Assert.All(rows, row => Assert.Equal(12, row.Count));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 89")]
    [InlineData("-3")]
    [InlineData("@SUM(A1)")]
    [InlineData(" \t=1")]
    [InlineData("\"=1")]
    [InlineData("'=1")]
    [InlineData("\u200B=1")]
    [InlineData("＝1")]
    [InlineData("\r\n=1")]
    public void No_cell_becomes_a_formula(string title)
    {
        var plan = Grid(1, 1, Session(1, Cell(1, 1)) with { Title = title });
        Assert.Equal("'" + title, Rows(BoardCsv.Write(plan, TwoDays.BaseUrl))[1][4]);
    }

    [Theory]
    [InlineData("A = B")]
    [InlineData("„Gänsefüßchen“")]
    [InlineData("")]
    public void Other_texts_stay_as_they_are(string title)
    {
        var plan = Grid(1, 1, Session(1, Cell(1, 1)) with { Title = title });
        Assert.Equal(title, Rows(BoardCsv.Write(plan, TwoDays.BaseUrl))[1][4]);
    }

    // Quoted cells only: RFC 4180, letter by letter.
    private static List<List<string>> Rows(string file)
    {
        Assert.StartsWith("\uFEFF\"", file, StringComparison.Ordinal);
        var (rows, row, at) = (new List<List<string>>(), new List<string>(), 1);
        while (at < file.Length)
        {
            var cell = new System.Text.StringBuilder();
            for (at++; file[at] != '"' || (at + 1 < file.Length && file[at + 1] == '"'); at++)
            {
                cell.Append(file[at]);
                if (file[at] == '"') at++;
            }

            row.Add(cell.ToString());
            at++;
            if (file[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", file.Substring(at, 2));
            (at, rows) = (at + 2, [.. rows, row]);
            row = [];
        }

        return rows;
    }
}
