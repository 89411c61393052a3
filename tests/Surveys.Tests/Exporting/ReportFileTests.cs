using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using EventOps.Surveys.Exporting;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests.Exporting;

public class ReportFileTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private static readonly XNamespace s_sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task Page_and_files_hold_the_same_numbers()
    {
        var survey = await FinishedSurvey.In(host);
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Running.Staff}/report");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var csv = Csv.Read(await organiser.Http.GetStringAsync($"{survey.Running.Staff}/report.csv"));
        var json = JsonDocument.Parse(await organiser.Http.GetStringAsync($"{survey.Running.Staff}/report.json")).RootElement;

        var section = $"#q-{survey.Colour.Id:N}";
        string[] rows = [.. page.Html.QuerySelectorAll($"section[aria-labelledby='{section[1..]}'] tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];
        Assert.Equal(["rot|52|52,0_%|42,3_% bis 61,5_%", "grün|40|40,0_%|30,9_% bis 49,8_%", "blau|8|8,0_%|4,1_% bis 15,0_%"],
            rows.Select(row => row.Replace('\u00A0', '_')));
        var counts = csv.Where(row => row[1] == "Welche Farbe?" && row[6].Length > 0).ToList();
        Assert.Equal(["52", "40", "8"], counts.Select(row => row[7]));
        Assert.Equal(["0.52", "0.4", "0.08"], counts.Select(row => row[9]));
        var figures = json.GetProperty("questions")[0].GetProperty("figures").EnumerateArray()
            .Where(figure => figure.GetProperty("measure").GetString() == "answers").ToList();
        Assert.Equal([52, 40, 8], figures.Select(figure => figure.GetProperty("count").GetInt32()));
        Assert.Equal("singleChoice", json.GetProperty("questions")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_interface_for_programs_gives_organisers_the_same_and_others_nothing()
    {
        var survey = await FinishedSurvey.In(host);
        var url = $"/api/v1/events/{survey.Running.Slug}/surveys/{survey.Running.Id}/report";
        var json = JsonDocument.Parse(await host.Organiser().Http.GetStringAsync(url)).RootElement;
        Assert.Equal(100, json.GetProperty("answers").GetInt32());
        Assert.Equal(8, json.GetProperty("questions").GetArrayLength());
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As().Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task No_cell_of_the_csv_file_is_a_formula()
    {
        var survey = await FinishedSurvey.In(host);
        var file = await host.Organiser().Http.GetStringAsync($"{survey.Running.Staff}/report.csv");
        Assert.Contains("'=Welche Farben?", file, StringComparison.Ordinal);
        Assert.All(Csv.Read(file).SelectMany(row => row).Where(cell => cell.Length > 0), cell => Assert.True(
            !"=+-@\t".Contains(cell[0], StringComparison.Ordinal) || double.TryParse(cell, CultureInfo.InvariantCulture, out _),
            cell));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @x", "' @x")]
    [InlineData("＋49", "'＋49")]
    [InlineData("gut - sehr", "gut - sehr")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_compute_is_text(string text, string safe) => Assert.Equal(safe, CsvFile.Safe(text));

    [Fact]
    public async Task The_workbook_has_a_sheet_of_all_figures_and_one_for_each_kind()
    {
        var survey = await FinishedSurvey.In(host);
        var bytes = await host.Organiser().Http.GetByteArrayAsync($"{survey.Running.Staff}/report.xlsx");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in zip.Entries)
        {
            var xml = Part(zip, part.FullName);
            // A part in no namespace is not read by spreadsheets.
            Assert.All(xml.Descendants(), element => Assert.NotEqual("", element.Name.NamespaceName));
        }

        Assert.Equal(
            ["Zahlen", "Eine Auswahl", "Mehrere Auswahlen", "Bewertung", "Weiterempfehlung", "Matrix", "Rangfolge",
                "Zahl als Antwort", "Langer Text"],
            Part(zip, "xl/workbook.xml").Descendants(s_sheet + "sheet").Select(sheet => sheet.Attribute("name")!.Value));
        var rows = Part(zip, "xl/worksheets/sheet2.xml").Descendants(s_sheet + "row")
            .Select(row => row.Elements(s_sheet + "c").Select(cell => cell.Value).ToList()).ToList();
        Assert.Contains(rows, row => row.Contains("blau") && row.Contains("8") && row.Contains("0.08"));
    }

    [Fact]
    public async Task The_pdf_is_tagged_and_says_its_language()
    {
        var survey = await FinishedSurvey.In(host);
        var answer = await host.Organiser().Http.GetAsync($"{survey.Running.Staff}/report.pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var file = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        foreach (var part in (string[])["%PDF-", "/Marked true", "/Lang(de-DE)", "/S/H1", "/S/H2", "/S/Table", "/S/TH", "/S/TD"])
            Assert.Contains(part, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_ten_answers_the_files_say_nothing()
    {
        var survey = await host.Run([Asking.Make(QuestionKind.SingleChoice, "Welche Farbe?")]);
        await new Reporting.Responding(survey.Questions).Say(9, (survey.Questions[0], Answer.Of(1))).Store(survey);
        var organiser = host.Organiser();
        Assert.Single(Csv.Read(await organiser.Http.GetStringAsync($"{survey.Staff}/report.csv")));
        var json = JsonDocument.Parse(await organiser.Http.GetStringAsync($"{survey.Staff}/report.json")).RootElement;
        Assert.Equal((JsonValueKind.Null, 0),
            (json.GetProperty("answers").ValueKind, json.GetProperty("questions").GetArrayLength()));
        foreach (var ending in (string[])["pdf", "xlsx"])
            Assert.Equal(HttpStatusCode.OK, (await organiser.Http.GetAsync($"{survey.Staff}/report.{ending}")).StatusCode);
        Assert.Contains("Noch nicht genug Antworten", (await organiser.Open($"{survey.Staff}/report")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Welche Farbe?",
            (await organiser.Open($"{survey.Staff}/report?by={survey.Questions[0].Id}")).At("main table"),
            StringComparison.Ordinal);
    }

    private static XDocument Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
