using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// The row that says which host leads. Every take-over raises the epoch, so that writes of the host that led before are refused.
/// Times are the database's alone.
/// </summary>
internal sealed class Lease(NpgsqlDataSource database)
{
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(9);

    private const string TakeFree = """
        insert into eventops_side.leases as l (name, holder, epoch, until)
        values ('projections', $1, 1, clock_timestamp() + interval '9 s')
        on conflict (name) do update set holder = excluded.holder, epoch = l.epoch + 1, until = excluded.until
        where l.until < clock_timestamp()
        returning epoch
        """;

    private const string Prolong = """
        update eventops_side.leases set until = clock_timestamp() + interval '9 s'
        where name = 'projections' and holder = $1 and epoch = $2
        """;

    private const string GiveUp = """
        update eventops_side.leases set until = clock_timestamp() where name = 'projections' and holder = $1 and epoch = $2
        """;

    private const string FreeIn =
        "select extract(epoch from until - clock_timestamp())::float8 from eventops_side.leases where name = 'projections'";

    private readonly Guid _holder = Guid.NewGuid();

    /// <summary>The new epoch, or null while another host leads.</summary>
    public async Task<long?> Take(CancellationToken ct)
    {
        await using var command = Command(TakeFree);
        return (long?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>False when another host took over.</summary>
    public async Task<bool> Renew(long epoch, CancellationToken ct)
    {
        await using var command = Command(Prolong, epoch);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Lets another host take over at once.</summary>
    public async Task Release(long epoch)
    {
        await using var command = Command(GiveUp, epoch);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How long until it pays to try again: what is left of the other host's time, at most one renewal.</summary>
    public async Task<TimeSpan> Left(CancellationToken ct)
    {
        await using var command = database.CreateCommand(FreeIn);
        var left = TimeSpan.FromSeconds((double?)await command.ExecuteScalarAsync(ct) ?? 0);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > RenewEvery ? RenewEvery : left;
    }

    private NpgsqlCommand Command(string sql, long? epoch = null)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(_holder));
        if (epoch is { } number) command.Parameters.Add(Statements.Value(number));
        return command;
    }
}
