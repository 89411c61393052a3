namespace EventOps.Host.Starting;

/// <summary>
/// Makes the embedded database's files, whole or not at all: a start that is cut short leaves nothing half made.
/// </summary>
public static class ClusterCreation
{
    /// <summary>Makes the cluster with its two users and its one database.</summary>
    public static async Task<ClusterSecrets> Create(ClusterPlace place, DataFolder data)
    {
        Console.Error.WriteLine($"Making the database in {place.Folder} (once, takes a few seconds).");
        var secrets = ClusterSecrets.New();
        var unfinished = place.Folder + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        await place.HandOver(unfinished);
        await InitialiseFiles(place, data, unfinished, secrets);
        await MakeDatabase(place, unfinished, secrets);
        secrets.Write(data);
        Directory.Move(unfinished, place.Folder);
        return secrets;
    }

    private static async Task InitialiseFiles(ClusterPlace place, DataFolder data, string folder, ClusterSecrets secrets)
    {
        data.WriteSecret("initdb.password", secrets.AdminPassword);
        var passwordFile = Path.Combine(Path.GetDirectoryName(folder)!, "initdb.password");
        if (passwordFile != data.At("initdb.password")) File.Move(data.At("initdb.password"), passwordFile, overwrite: true);
        await place.HandOver(passwordFile);
        var made = await place.Tool.Run(place.Program("initdb"),
        [
            "--pgdata", folder, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256", "--encoding",
            "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--data-checksums",
        ]);
        File.Delete(passwordFile);
        Check(made, folder);
    }

    /// <summary>A single-user server reads SQL from its input, one statement a line, and needs no port.</summary>
    private static async Task MakeDatabase(ClusterPlace place, string folder, ClusterSecrets secrets)
    {
        var made = await place.Tool.Run(place.Program("postgres"), ["--single", "-j", "-D", folder, "postgres"], $"""
            create role eventops login createrole password '{secrets.Password}';

            create database eventops owner eventops;


            """);
        Check(made, folder);
        if (made.Output.Contains("ERROR:", StringComparison.Ordinal)) throw Failed(made.Output);
    }

    private static void Check(Tool.Result result, string folder)
    {
        if (result.ExitCode != 0) throw CannotStart.WhenDiskIsFull(result.Output, folder) ?? Failed(result.Output);
    }

    private static CannotStart Failed(string output) =>
        new("The database could not be made: " + output.Trim().ReplaceLineEndings(" "));
}
