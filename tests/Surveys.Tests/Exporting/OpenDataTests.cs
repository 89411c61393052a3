using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EventOps.Surveys.Exporting;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests.Exporting;

public class OpenDataTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task No_text_that_somebody_wrote_and_no_group_under_ten_is_in_it()
    {
        var survey = await FinishedSurvey.In(host, isPublic: true);
        await host.Database.Execute($"update surveys.texts set shown = true where survey_id = '{survey.Running.Id}'");
        var files = await Files(survey);

        Assert.Equal(["codebook.md", "datapackage.json", "figures.csv"], files.Keys.Order());
        Assert.All(files.Values, file =>
        {
            Assert.DoesNotContain("Musterfrau", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
            Assert.DoesNotContain("Suppe", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        });
        var rows = Csv.Read(Encoding.UTF8.GetString(files["figures.csv"]));
        var (count, @base) = (rows[0].IndexOf("count"), rows[0].IndexOf("base"));
        Assert.All(rows.Skip(1), row => Assert.All((int[])[count, @base], column =>
            Assert.True(row[column].Length == 0 || int.Parse(row[column], CultureInfo.InvariantCulture) >= 10,
                string.Join('|', row))));
        // Blue is withheld, and with it another that it could be worked out from.
        var colours = rows.Where(row =>
            row[0] == survey.Colour.Id.ToString() && row[rows[0].IndexOf("measure")] == Measures.Answers).ToList();
        Assert.Equal(3, colours.Count);
        Assert.True(colours.Count(row => row[count].Length == 0) >= 2);
        // Columns keep their place whatever is withheld.
        Assert.All(rows, row => Assert.Equal(OpenFigures.Columns.Count, row.Count));
    }

    [Fact]
    public async Task The_package_says_its_licence_its_fields_and_checksums()
    {
        var files = await Files(await FinishedSurvey.In(host, isPublic: true));
        var package = JsonDocument.Parse(files["datapackage.json"]).RootElement;
        Assert.Equal("DL-DE-BY-2.0", package.GetProperty("licenses")[0].GetProperty("name").GetString());
        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            var file = files[resource.GetProperty("path").GetString()!];
            Assert.Equal(file.Length, resource.GetProperty("bytes").GetInt32());
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(file))}", resource.GetProperty("hash").GetString());
        }

        var fields = package.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray()
            .Select(field => field.GetProperty("name").GetString());
        Assert.Equal(Csv.Read(Encoding.UTF8.GetString(files["figures.csv"]))[0], fields);
        var book = Encoding.UTF8.GetString(files["codebook.md"]);
        Assert.Contains("Fragen und Codes", book, StringComparison.Ordinal);
        Assert.Contains("Questions and codes", book, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_published_and_after_it_is_withdrawn_there_is_none()
    {
        var survey = await FinishedSurvey.In(host);
        var url = $"{survey.Running.Url}/open-data.zip";
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Http.GetAsync(url)).StatusCode);
        await survey.Do(new PublishReport(true, host.Clock.Now));
        Assert.Equal(HttpStatusCode.OK, (await host.As().Http.GetAsync(url)).StatusCode);
        await survey.Do(new PublishReport(false, host.Clock.Now));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Http.GetAsync(url)).StatusCode);
    }

    private async Task<Dictionary<string, byte[]>> Files(FinishedSurvey survey)
    {
        using var zip = new ZipArchive(new MemoryStream(await host.As().Http.GetByteArrayAsync(
            $"{survey.Running.Url}/open-data.zip")));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }
}
