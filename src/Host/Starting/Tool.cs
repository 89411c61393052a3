using System.Diagnostics;

namespace EventOps.Host.Starting;

/// <summary>Runs a program of the system or of PostgreSQL, as the database's own user where there is one.</summary>
/// <param name="User">The unprivileged user, or nothing when the host does not run as root.</param>
public sealed record Tool(string? User)
{
    /// <summary>How a program ended and all that it printed.</summary>
    public sealed record Result(int ExitCode, string Output);

    /// <summary>Runs to the end.</summary>
    public async Task<Result> Run(string program, IEnumerable<string> arguments, string input = "")
    {
        using var process = Process.Start(Describe(program, arguments))
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await errors + await output);
    }

    private ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        string[] asUser = User is null ? [] : ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", "--"];
        string[] line = [.. asUser, program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = "/", // the database's user may not be allowed into the host's own
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name); // a PGPORT of the operator's shell would win over our files
        start.Environment["LC_ALL"] = "C"; // messages in English: we look for some of them
        return start;
    }
}
