namespace EventOps.Host.Starting;

/// <summary>The one database of a host: its own, or the operator's.</summary>
public sealed class HostDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private HostDatabase(string connectionString, EmbeddedPostgres? embedded) =>
        (ConnectionString, _embedded) = (connectionString, embedded);

    /// <summary>For Npgsql.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the embedded database, or checks the outside one.</summary>
    public static async Task<HostDatabase> Open(HostSettings settings, DataFolder data)
    {
        if (settings.OutsideDatabase is { } outside)
        {
            await OutsideDatabase.Check(outside);
            return new(outside, embedded: null);
        }

        var embedded = await EmbeddedPostgres.Start(data);
        return new(embedded.Secrets.ConnectionString, embedded);
    }

    /// <summary>Stops the embedded database; an outside one is left alone.</summary>
    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
