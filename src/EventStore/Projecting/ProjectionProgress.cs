using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>How far the read models and subscriptions are; for the health page and for tests that wait.</summary>
public sealed class ProjectionProgress(NpgsqlDataSource database, EventStoreModel model, ProjectionSignals signals)
{
    private const string Look = """
        select name, coalesce(p.position, 0), coalesce(p.updated_at, '-infinity'),
          (select count(*)::int from eventops_side.parked k where k.projection = f.name),
          (select last_value - (not is_called)::int from eventops.mt_events_sequence)
        from unnest($1) with ordinality as f(name, place)
        left join eventops_side.positions p on p.projection = f.name order by place
        """;

    private const string FindLeader =
        "select holder, epoch, until from eventops_side.leases where name = 'projections' and until > clock_timestamp()";

    /// <summary>One follower's standing.</summary>
    /// <param name="Name">Name of the read model or subscription.</param>
    /// <param name="Position">Numbers up to this one are taken in.</param>
    /// <param name="Lag">Numbers drawn since; an upper bound for the events it has not seen.</param>
    /// <param name="Parked">Streams set aside because of an event that cannot be digested.</param>
    /// <param name="MovedAt">When the position last moved.</param>
    public sealed record Standing(string Name, long Position, long Lag, int Parked, DateTimeOffset MovedAt);

    /// <summary>The leading host.</summary>
    public sealed record Leader(Guid Holder, long Epoch, DateTimeOffset Until);

    /// <summary>All of it at one moment.</summary>
    /// <param name="Standings">Every asynchronous read model and subscription.</param>
    /// <param name="Leader">The leading host, or null while none leads.</param>
    /// <param name="Holder">The process that everyone waits for, when something lags for more than a second.</param>
    public sealed record Report(IReadOnlyList<Standing> Standings, Leader? Leader, MarkHolder? Holder);

    /// <summary>Reads the report.</summary>
    public async Task<Report> Read(CancellationToken ct = default)
    {
        var standings = await Standings(ct);
        var holder = standings.Any(standing => standing.Lag > 0) ? await MarkHolder.Find(database, ct) : null;
        return new(standings, await FindTheLeader(ct), holder);
    }

    /// <summary>Waits until every follower has taken in all that was committed before the call.</summary>
    public async Task CaughtUp(CancellationToken ct = default)
    {
        var first = await Standings(ct);
        if (first.Count == 0) return;
        var last = first[0].Position + first[0].Lag;
        var wakeups = first.Select(standing => (standing.Name, Wakeup: signals.Follow(standing.Name))).ToList();
        foreach (var (name, wakeup) in wakeups)
        {
            while ((await Standings(ct)).Single(standing => standing.Name == name).Position < last)
                await wakeup.WaitAsync(TimeSpan.FromMilliseconds(250), ct);
        }
    }

    private async Task<IReadOnlyList<Standing>> Standings(CancellationToken ct)
    {
        string[] names = [.. model.AsyncProjections.Select(p => p.Name), .. model.Subscriptions.Select(s => s.Name)];
        await using var command = database.CreateCommand(Look);
        command.Parameters.Add(Statements.Value(names));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var standings = new List<Standing>();
        while (await reader.ReadAsync(ct))
        {
            var position = reader.GetInt64(1);
            standings.Add(new(reader.GetString(0), position, Math.Max(0, reader.GetInt64(4) - position), reader.GetInt32(3),
                reader.GetFieldValue<DateTimeOffset>(2)));
        }

        return standings;
    }

    private async Task<Leader?> FindTheLeader(CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindLeader);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2))
            : null;
    }
}
