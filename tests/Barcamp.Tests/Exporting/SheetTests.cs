using System.Diagnostics;
using EventOps.Barcamp.Exporting;
using EventOps.Ui;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>Sheets are read by programs that know nothing of ours: pdfinfo, pdftotext, zbarimg.</summary>
public sealed class SheetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eventops-barcamp-");
    private readonly IDisposable _language = Language.Use(Language.German);

    private string File => Path.Combine(_folder.FullName, "sheet.pdf");

    [Fact]
    public void Cards_are_two_on_a_page_and_lead_to_their_session()
    {
        Write(to => SessionCards.Write(to, TwoDays.Plan, TwoDays.BaseUrl));
        var (about, text) = (Run("pdfinfo", File), Run("pdftotext", File, "-"));
        Assert.Matches(@"Pages:\s+2\n", about);
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Title:\s+Sitzungskarten: BarCamp MucGov18", about);
        Assert.Contains("Wartet noch", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Abgesagt", text, StringComparison.Ordinal);
        Assert.Equal([$"{TwoDays.BaseUrl}/sessions/{SessionId(1)}", $"{TwoDays.BaseUrl}/sessions/{SessionId(2)}"],
            Codes().Order());
    }

    [Fact]
    public void A_room_has_one_page_a_day_with_its_sessions_and_the_board()
    {
        Write(to => RoomSheets.Write(to, TwoDays.Plan, TwoDays.BaseUrl));
        Assert.Matches(@"Pages:\s+4\n", Run("pdfinfo", File));
        var text = Run("pdftotext", "-l", "1", File, "-");
        string[] said = ["Großer Saal", "Bürgerhaushalt: wer zählt, wer zahlt?", "10:00", "Mittag", "frei", "80 Plätze",
            "Samstag, 24. März 2018"];
        Assert.All(said, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Equal([TwoDays.BaseUrl], Codes());
        Write(to => RoomSheets.Write(to, TwoDays.Plan, TwoDays.BaseUrl, RoomId(2)));
        Assert.Matches(@"Pages:\s+2\n", Run("pdfinfo", File));
    }

    [Fact]
    public void The_board_is_A3_landscape_and_tagged_in_reading_order()
    {
        Write(to => BoardSheet.Write(to, TwoDays.Plan, TwoDays.BaseUrl));
        var about = Run("pdfinfo", File);
        Assert.Matches(@"Pages:\s+2\n", about);
        Assert.Matches(@"Page size:\s+1190\.\d+ x 841\.\d+ pts", about);
        var words = Run("pdfinfo", "-struct-text", File);
        string[] inOrder = ["BarCamp MucGov18", "Großer Saal", "10:00", "Bürgerhaushalt", "Mittag"];
        var places = inOrder.Select(word => words.IndexOf(word, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal([TwoDays.BaseUrl], Codes());
    }

    [Fact]
    public void Many_rooms_are_spread_over_pages_and_nothing_is_cut()
    {
        var title = string.Join(' ', Enumerable.Repeat("Verwaltungsdigitalisierungsgesetzesfolgenabschätzung", 3));
        var sessions = Enumerable.Range(1, 20).Select(room => Session(room, Cell(room, room % 12 + 1)) with { Title = title })
            .ToArray();
        Write(to => BoardSheet.Write(to, Grid(20, 12, sessions), TwoDays.BaseUrl));
        Assert.Matches(@"Pages:\s+3\n", Run("pdfinfo", File));
        var letters = string.Concat(Run("pdftotext", File, "-").Where(char.IsLetter));
        Assert.Equal(60, letters.Split("Verwaltungsdigitalisierung").Length - 1);
    }

    [Fact]
    public void An_empty_board_still_prints()
    {
        var plan = Plan([], []);
        Write(to => BoardSheet.Write(to, plan, TwoDays.BaseUrl));
        Assert.Matches(@"Pages:\s+1\n", Run("pdfinfo", File));
        Write(to => SessionCards.Write(to, plan, TwoDays.BaseUrl));
        Assert.Matches(@"Pages:\s+1\n", Run("pdfinfo", File));
        Write(to => RoomSheets.Write(to, plan, TwoDays.BaseUrl));
        Assert.Matches(@"Pages:\s+1\n", Run("pdfinfo", File));
    }

    public void Dispose()
    {
        _language.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Write(Action<Stream> write)
    {
        using var file = System.IO.File.Create(File);
        write(file);
    }

    private string[] Codes()
    {
        var picture = Path.Combine(_folder.FullName, "page");
        Run("pdftoppm", "-r", "100", "-l", "1", "-singlefile", "-png", File, picture);
        return Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
