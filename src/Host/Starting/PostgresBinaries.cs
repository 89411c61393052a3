using System.Runtime.InteropServices;

namespace EventOps.Host.Starting;

/// <summary>The PostgreSQL programs that npm brought along.</summary>
public static class PostgresBinaries
{
    /// <summary>The major version that the embedded database has.</summary>
    public const string Major = "18";

    /// <summary>The folder that holds bin, lib and share.</summary>
    public static string Find()
    {
        var package = $"@embedded-postgres/{Platform}";
        var folder = Environment.GetEnvironmentVariable("EVENTOPS_POSTGRES") is { Length: > 0 } given
            ? given
            : Path.Combine(Repository.Root ?? "/", "src/Host/web/node_modules", package, "native");
        return File.Exists(Path.Combine(folder, "bin/postgres"))
            ? folder
            : throw new CannotStart($"PostgreSQL is missing at {folder}: run bin/run once, " +
                "or set ConnectionStrings__EventOps to a PostgreSQL of your own.");
    }

    private static string Platform => (OperatingSystem.IsMacOS() ? "darwin-" : "linux-") +
        (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");
}
