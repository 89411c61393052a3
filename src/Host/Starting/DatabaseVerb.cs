namespace EventOps.Host.Starting;

/// <summary>
/// <c>EventOps.Host database</c>: only the embedded database, for tests, benchmarks and drills. Prints the administrator's
/// connection string and runs until its input ends or it is told to stop. With <c>--throw-away</c> in a folder that goes with it.
/// </summary>
public static class DatabaseVerb
{
    /// <summary>Runs the verb.</summary>
    public static async Task Run(HostSettings settings, bool throwAway, StopSignal stop)
    {
        var folder = throwAway ? Directory.CreateTempSubdirectory("eventops-").FullName : settings.Data;
        try
        {
            await using var database = await EmbeddedPostgres.Start(new DataFolder(folder));
            Console.WriteLine(database.Secrets.AdminConnectionString);
            await Task.WhenAny(stop.Asked, InputEnds());
        }
        finally
        {
            if (throwAway) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task InputEnds()
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
    }
}
