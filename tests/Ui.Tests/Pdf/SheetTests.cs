using EventOps.Ui.Pdf;

namespace EventOps.Ui.Tests.Pdf;

public sealed class SheetTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly string[] Payloads = [.. Enumerable.Range(1, 4).Select(badge =>
        string.Concat(Enumerable.Range(0, 190).Select(at => Alphabet[(at * at * 7 + at * badge + badge) % 32])))];

    private static readonly BadgeContent Emeka = new("Emeka", "Oberacker", "Baureferat", "Stadt München", 1,
        Payloads[0], "Open Government Tag", "18.10.2017", "Code H2QD 9KTM\nZurück am Ausgang.");

    [Fact]
    public void Four_badges_on_a_sheet_are_read_by_an_independent_reader() =>
        Assert.Equal(Payloads.Order(), Tool.With(
            file => BadgeSheet.Write(file, Payloads.Select((code, at) => Emeka with { QrPayload = code, Tone = at + 1 }), "x"),
            pdf => Tool.QrCodes(Tool.Rasterise(pdf, 200))).Order());

    [Fact]
    public void A_single_badge_fills_a_page_of_A6()
    {
        var (codes, about) = Tool.With(file => BadgeSheet.Write(file, [Emeka, Emeka], "Namensschilder", BadgeSheet.Sheet.OneOnA6),
            pdf => (Tool.QrCodes(Tool.Rasterise(pdf, 200)), Tool.Run("pdfinfo", pdf)));
        Assert.Equal([Payloads[0]], codes);
        Assert.Matches(@"Pages:\s+2\n", about);
        Assert.Matches(@"Page size:\s+297\.\d+ x 420\.\d+ pts", about);
    }

    [Fact]
    public void The_file_is_tagged_and_says_its_title_and_language()
    {
        using var _ = Language.Use(Language.German);
        var (about, raw) = Tool.With(file => BadgeSheet.Write(file, [Emeka], "Namensschilder"),
            pdf => (Tool.Run("pdfinfo", pdf), Tool.Run("pdfinfo", "-struct-text", pdf)));
        Assert.Matches(@"Tagged:\s+yes", about);
        Assert.Matches(@"Title:\s+Namensschilder", about);
        Assert.Contains("H1", raw, StringComparison.Ordinal);
        Assert.Contains("Emeka", raw, StringComparison.Ordinal);
        Assert.Contains("Figure", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dr. Friederike", "Wolkenstein-Oberthür")]
    [InlineData("Anna-Maria Magdalena Theresia", "von und zu Hohenlohe-Waldenburg-Schillingsfürst")]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "Ng")]
    [InlineData("Ξένια", "Παπαδοπούλου")]
    public void A_long_name_is_never_cut(string given, string family)
    {
        var badge = Emeka with { GivenName = given, FamilyName = family };
        var (text, box) = Tool.With(file => BadgeSheet.Write(file, [badge], "Namensschilder", BadgeSheet.Sheet.OneOnA6),
            pdf => (Tool.Run("pdftotext", pdf, "-"), Tool.Run("pdftotext", "-bbox", pdf, "-")));
        Assert.Contains(Letters(given + family), Letters(text), StringComparison.Ordinal);
        Assert.All(System.Text.RegularExpressions.Regex.Matches(box, "xMax=\"([0-9.]+)\"").Select(found => found.Groups[1].Value),
            right => Assert.InRange(double.Parse(right, System.Globalization.CultureInfo.InvariantCulture), 0, 297.6));
    }

    [Fact]
    public void A_preview_can_say_that_a_name_is_printed_smaller()
    {
        Assert.False(BadgeSheet.StepsDown(Emeka));
        Assert.True(BadgeSheet.StepsDown(Emeka with { FamilyName = "von und zu Hohenlohe-Waldenburg" }));
    }

    [Fact]
    public void Letters_that_turn_the_line_around_or_ring_a_bell_are_not_printed()
    {
        var badge = Emeka with { GivenName = "Em\u202Eeka\a", Organisation = "\u200F" };
        var text = Tool.With(file => BadgeSheet.Write(file, [badge], "x"), pdf => Tool.Run("pdftotext", pdf, "-"));
        Assert.Contains("Emeka", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_is_read_and_says_who_when_and_where()
    {
        var ticket = new TicketContent(
            "Aylin", "Yüksel-Maier", "Stadtbibliothek", "Stadt München", 1, "Open Government Tag München 2017",
            "Mittwoch, 18. Oktober 2017, 9 bis 17 Uhr", "Altes Rathaus", Payloads[2], "K7MQ 4RZP X2VD", ["Am Eingang zeigen."]);
        var (codes, text) = Tool.With(file => TicketSheet.Write(file, ticket),
            pdf => (Tool.QrCodes(Tool.Rasterise(pdf, 150)), Tool.Run("pdftotext", pdf, "-")));
        Assert.Equal([Payloads[2]], codes);
        string[] all = ["Aylin Yüksel-Maier", ticket.When, ticket.Where, ticket.Code, ticket.TypeName, ticket.HowTo[0]];
        foreach (var said in all)
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna Maria", 42, 1)]
    [InlineData("Wolkenstein-Oberthür und noch mehr", 19, 2)]
    [InlineData("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 28, 2)]
    [InlineData("x", 42, 1)]
    public void A_text_fits_its_room_with_all_its_letters(string text, double size, int lines)
    {
        const double Width = 250;
        static double Unit(string part) => part.Length * 0.5;
        var fit = Fit.Into(text, size, Width, lines, Unit);
        Assert.Equal(Letters(text), Letters(string.Concat(fit.Lines)));
        Assert.True(fit.Size <= size);
        Assert.All(fit.Lines, line => Assert.True(Unit(line) * fit.Size <= Width));
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(char.IsLetter)).Replace("ﬀ", "ff", StringComparison.Ordinal);
}
