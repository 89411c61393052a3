using System.Security.Cryptography;
using System.Text;

namespace EventOps.Host.Starting;

/// <summary>Where the embedded database's files and programs lie, and who runs them.</summary>
/// <param name="Folder">The cluster: PGDATA.</param>
/// <param name="Binaries">The folder that holds bin, lib and share.</param>
/// <param name="Tool">Runs programs as the cluster's owner.</param>
public sealed record ClusterPlace(string Folder, string Binaries, Tool Tool)
{
    private const string Common = "/var/lib/eventops";

    /// <summary>One of PostgreSQL's programs.</summary>
    public string Program(string name) => Path.Combine(Binaries, "bin", name);

    /// <summary>Finds a place that the database's user can reach: a data folder below /root, say, it cannot.</summary>
    public static async Task<ClusterPlace> Find(DataFolder data)
    {
        var binaries = PostgresBinaries.Find();
        var tool = new Tool(await UnprivilegedUser.WhenRoot());
        var inside = data.At("postgres");
        if (tool.User is null) return new(inside, binaries, tool);

        data.LetOthersPass();
        if (!await Reaches(tool, "-x", Path.Combine(binaries, "bin/postgres"))) binaries = await Copy(binaries);
        if (await Reaches(tool, "-x", data.Path)) return new(inside, binaries, tool);

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data.Path)))[..12];
        var away = Path.Combine(Common, name);
        Console.Error.WriteLine($"The user {tool.User} cannot reach {data.Path}, so the database lies in {away}.");
        Directory.CreateDirectory(away);
        return new(Path.Combine(away, "postgres"), binaries, tool);
    }

    /// <summary>Hands a file or folder to the user who runs the database.</summary>
    public async Task HandOver(string path)
    {
        if (Tool.User is null) return;
        var done = await new Tool(User: null).Run("chown", ["-R", $"{Tool.User}:{Tool.User}", "--", path]);
        if (done.ExitCode != 0) throw new CannotStart($"{path} could not be given to the user {Tool.User}: {done.Output.Trim()}");
    }

    private static async Task<bool> Reaches(Tool tool, string how, string path) =>
        (await tool.Run("test", [how, path])).ExitCode == 0;

    private static async Task<string> Copy(string binaries)
    {
        var version = File.GetLastWriteTimeUtc(Path.Combine(binaries, "bin/postgres")).Ticks;
        var copy = Path.Combine(Common, $"postgresql-{PostgresBinaries.Major}-{version:x}");
        if (Directory.Exists(copy)) return copy;
        Directory.CreateDirectory(Common);
        var unfinished = copy + ".new";
        var copied = await new Tool(User: null).Run("cp", ["-RT", "--", binaries, unfinished]);
        if (copied.ExitCode != 0)
            throw CannotStart.WhenDiskIsFull(copied.Output, Common)
                ?? new CannotStart($"PostgreSQL could not be copied to {copy}: {copied.Output.Trim()}");
        await new Tool(User: null).Run("chmod", ["-R", "go=u-w", "--", unfinished]);
        Directory.Move(unfinished, copy);
        return copy;
    }
}
