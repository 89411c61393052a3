using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Reporting;
using EventOps.Ui;

namespace EventOps.Surveys.Exporting;

/// <summary>
/// The open data of a published survey: figures, a codebook in both languages, and what the package is. Never what somebody
/// wrote, never the answers of one person.
/// </summary>
public static class OpenData
{
    public static byte[] Write(Guid id, KnownEvent @event, Report report)
    {
        var closed = report.Survey.ClosedAt ?? @event.EndsAt;
        var figures = OpenFigures.Csv(Figures.Of(report));
        var codebook = new UTF8Encoding(false).GetBytes(Codebook.Write(@event, report));
        var title = report.Survey.Terms.Title;
        var package = new DataPackage(
            $"{@event.Slug}-survey", id.ToString(), title.ToString(),
            string.Join(" / ", Language.All.Select(language => ExportTexts.Of.Find(language, "open.description"))),
            closed.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
            [DataLicence.NameTheSource],
            [
                DataResource.Of("figures", "csv", "text/csv", figures, OpenFigures.Schema),
                DataResource.Of("codebook", "md", "text/markdown", codebook),
            ]);

        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "datapackage.json", JsonSerializer.SerializeToUtf8Bytes(package, ExportJson.Default.DataPackage), closed);
            Add(zip, "figures.csv", figures, closed);
            Add(zip, "codebook.md", codebook, closed);
        }

        return file.ToArray();
    }

    // The time is the survey's end, so that the same data is the same file.
    private static void Add(ZipArchive zip, string name, byte[] content, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at.ToUniversalTime();
        using var stream = entry.Open();
        stream.Write(content);
    }
}
