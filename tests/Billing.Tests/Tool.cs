using System.Diagnostics;

namespace EventOps.Billing.Tests;

/// <summary>Runs an independent program, such as zbarimg or pdftotext, on a file of ours.</summary>
internal static class Tool
{
    public static byte[] Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var faults = process.StandardError.ReadToEndAsync();
        using var said = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(said);
        process.WaitForExit();
        return process.ExitCode == 0 ? said.ToArray() : throw new InvalidOperationException($"{program}: {faults.Result}");
    }

    /// <summary>Writes a file, uses it, deletes it.</summary>
    public static T With<T>(byte[] file, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("eventops-billing-");
        try
        {
            var path = Path.Combine(folder.FullName, "file.pdf");
            File.WriteAllBytes(path, file);
            return use(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
