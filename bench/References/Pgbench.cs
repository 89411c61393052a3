using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace EventOps.Bench.References;

/// <summary>PostgreSQL's own load generator, in C and with prepared statements: what the database does without us.</summary>
public sealed partial class Pgbench(string connectionString)
{
    private static readonly Lazy<string> s_program = new(Find);

    /// <summary>Runs a script with so many clients; answers transactions per second, the connecting not counted.</summary>
    public async Task<double> Rate(string script, int clients, TimeSpan time)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script);
            return Read(await Run(file, clients, time));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<string> Run(string file, int clients, TimeSpan time)
    {
        var seconds = Math.Max(1, (int)Math.Round(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var number = clients.ToString(CultureInfo.InvariantCulture);
        var threads = Math.Min(2, clients).ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-n", "-M", "prepared", "-f", file, "-c", number, "-j", threads, "-T", seconds];
        var start = new ProcessStartInfo(s_program.Value, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        start.Environment["PGHOST"] = database.Host;
        start.Environment["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = database.Username;
        start.Environment["PGPASSWORD"] = database.Password ?? "";
        start.Environment["PGDATABASE"] = database.Database;
        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new Measuring.CannotMeasure($"pgbench failed: {await complaints}");
    }

    private static double Read(string output) => TransactionsPerSecond().Match(output) is { Success: true } found
        ? double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : throw new Measuring.CannotMeasure($"pgbench gave no rate: {output}");

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
            folders.AddRange(
                Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(place => Path.Combine(place, "bin")));
        return folders.Select(folder => Path.Combine(folder, "pgbench")).FirstOrDefault(File.Exists)
            ?? throw new Measuring.CannotMeasure("pgbench is missing: install Debian's postgresql package.");
    }

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex TransactionsPerSecond();
}
