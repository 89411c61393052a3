using System.Diagnostics;

namespace EventOps.Ui.Tests;

/// <summary>Runs an independent program, such as zbarimg or pdftotext, on a file of ours.</summary>
internal static class Tool
{
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program}: {faults.Result}");
    }

    public static string[] QrCodes(string picture) =>
        Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes a file, uses it, deletes it.</summary>
    public static T With<T>(Action<Stream> write, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("eventops-ui-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            using (var file = File.Create(path)) write(file);
            return use(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The first page as a picture of this many dots per inch.</summary>
    public static string Rasterise(string pdf, int dpi)
    {
        var picture = Path.ChangeExtension(pdf, null);
        Run("pdftoppm", "-r", $"{dpi}", "-f", "1", "-l", "1", "-singlefile", "-png", pdf, picture);
        return picture + ".png";
    }
}
