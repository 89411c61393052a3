namespace EventOps.Host.Starting;

/// <summary>
/// <c>EventOps.Host database</c>: only the embedded database, for tests, benchmarks and drills. Prints the administrator's
/// connection string and runs until its input ends or it is told to stop.
/// </summary>
public static class DatabaseVerb
{
    /// <summary>Runs the verb.</summary>
    public static async Task Run(DataFolder data, StopSignal stop)
    {
        await using var database = await EmbeddedPostgres.Start(data);
        Console.WriteLine(database.Secrets.AdminConnectionString);
        await Task.WhenAny(stop.Asked, InputEnds());
    }

    private static async Task InputEnds()
    {
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null);
    }
}
