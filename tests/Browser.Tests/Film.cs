using System.Diagnostics;

namespace EventOps.Browser.Tests;

/// <summary>Turns a ticket's PDF into what a camera would see, and reads codes with a reader that is not ours.</summary>
internal static class Film
{
    /// <summary>The first page as a picture.</summary>
    public static async Task<string> Picture(byte[] pdf, DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        await Run("pdftoppm", "-r", "150", "-png", "-singlefile", file, file[..^4]);
        return file[..^4] + ".png";
    }

    /// <summary>A film of the picture, still, as chromium's fake camera plays it: uncompressed YUV.</summary>
    public static async Task<string> Of(string picture)
    {
        var film = picture[..^4] + ".y4m";
        await Run(
            "ffmpeg", "-loglevel", "error", "-y", "-loop", "1", "-i", picture, "-t", "2", "-r", "10",
            "-vf", "crop=iw*0.6:ih*0.6:iw*0.2:0,scale=-2:960,pad=1280:960:(ow-iw)/2:0:white", "-pix_fmt", "yuv420p", film);
        return film;
    }

    /// <summary>What zbar reads in a picture.</summary>
    public static async Task<string> Code(string picture) => (await Run("zbarimg", "-q", "--raw", picture)).Trim();

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program}: {await errors}");
    }
}
