using System.Globalization;

namespace EventOps.Host.Starting;

/// <summary>The server process of a cluster, as its postmaster.pid names it.</summary>
public sealed class Postmaster(string clusterFolder)
{
    private const string NoSuchProcess = "99999999"; // above the largest process id of any Linux or macOS

    private readonly string _pidFile = Path.Combine(clusterFolder, "postmaster.pid");

    /// <summary>Whether this cluster's own server runs.</summary>
    public bool Runs() => Pid() is { } pid && IsOurs(pid);

    /// <summary>
    /// After a crash of the machine the number in postmaster.pid may belong to a stranger, and PostgreSQL would refuse to start.
    /// The file stays, because it also guards the shared memory; only the number goes.
    /// </summary>
    public void ForgetStranger()
    {
        if (Pid() is not { } pid || IsOurs(pid)) return;
        var lines = File.ReadAllLines(_pidFile);
        lines[0] = NoSuchProcess;
        File.WriteAllLines(_pidFile, lines);
    }

    private int? Pid()
    {
        try
        {
            return int.TryParse(File.ReadLines(_pidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture,
                out var pid)
                ? pid
                : null;
        }
        catch (IOException)
        {
            return null; // no file: no server
        }
    }

    /// <summary>A server stands in its own data folder, so the pid file it sees there is the one that we see.</summary>
    private bool IsOurs(int pid)
    {
        try
        {
            if (!OperatingSystem.IsLinux()) return Says(pid).Contains(clusterFolder, StringComparison.Ordinal);
            if (File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal)) return false;
            var program = File.ResolveLinkTarget($"/proc/{pid}/exe", returnFinalTarget: false)?.Name ?? "";
            return program.StartsWith("postgres", StringComparison.Ordinal) // " (deleted)" follows after an upgrade
                && File.ReadAllText($"/proc/{pid}/cwd/postmaster.pid") == File.ReadAllText(_pidFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // gone, or another user's
        }
    }

    private static string Says(int pid) =>
        new Tool(User: null).Run("ps", ["-o", "command=", "-p", pid.ToString(CultureInfo.InvariantCulture)])
            .GetAwaiter().GetResult().Output;
}
