using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// Folds the store into a shadow table. Where the live read model would park a stream, so does this; an inline read model cannot
/// park, there the rebuild fails.
/// </summary>
internal sealed class ShadowFold(NpgsqlDataSource database, EventTypes types, Projection projection, string shadow, bool mayPark)
{
    // Larger than the daemon's: nobody waits for a rebuild's pages, and the work per page is shared by more events.
    private const int LargestPage = 20_000;
    private const string NoWaitForTheDisk = "select set_config('synchronous_commit', 'off', true)";

    private readonly Pages _pages = new(types, projection.Events);
    private readonly HashSet<string> _parkedStreams = new(StringComparer.Ordinal);

    public List<(string Stream, long Sequence, Exception Failure)> Parked { get; } = [];

    /// <summary>Everything up to this number is folded.</summary>
    public long Mark { get; private set; }

    public long Events { get; private set; }

    /// <summary>Folds stream after stream up to a settled number: most rows are then written once, in the order of their key.</summary>
    public async Task StreamByStream(NpgsqlConnection connection, long settled, CancellationToken ct)
    {
        await using var reading = await database.OpenConnectionAsync(ct);
        await using var streams = _pages.ByStream(reading, settled, LargestPage, ct);
        while (await streams.Next() is { } page)
        {
            await Fold(connection, [.. page.Events.Where(e => !_parkedStreams.Contains(e.Stream))], ct);
            if (page.Unreadable is { } bad)
                SetAside(bad.Stream, bad.Sequence, bad.Failure);
        }

        Mark = settled;
    }

    /// <summary>Folds up to a settled number in the order of the store, page by page, a transaction each.</summary>
    public async Task UpTo(NpgsqlConnection connection, long settled, CancellationToken ct)
    {
        await using var ahead = new ReadingAhead(database, _pages, ct);
        while (Mark < settled)
        {
            var page = await ahead.Read(Mark, settled, _parkedStreams, LargestPage);
            await Fold(connection, page.Events, ct);
            if (page.Unreadable is { } bad)
                SetAside(bad.Stream, bad.Sequence, bad.Failure);
            Mark = page.Unreadable?.Sequence ?? page.UpTo;
        }
    }

    /// <summary>Folds what is left in the transaction that swaps; false when that is too much to do under a lock.</summary>
    public async Task<bool> Rest(NpgsqlConnection connection, long upTo, CancellationToken ct)
    {
        if (upTo <= Mark) return true;
        var page = await _pages.Read(connection, Mark, upTo, _parkedStreams, LargestPage, ct);
        if (page.Unreadable is not null || page.UpTo < upTo) return false;
        await Write(connection, page.Events, ct);
        return true;
    }

    private async Task Fold(NpgsqlConnection connection, IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        if (events.Count == 0) return;
        try
        {
            await Write(connection, events, ct);
            Events += events.Count;
        }
        catch (Exception failure) when (Troubles.Of(failure) is Trouble.Poison)
        {
            if (events.Count == 1)
            {
                SetAside(events[0].Stream, events[0].Sequence, failure);
                return;
            }

            await Fold(connection, [.. events.Take(events.Count / 2)], ct);
            await Fold(connection, [.. events.Skip(events.Count / 2).Where(e => !_parkedStreams.Contains(e.Stream))], ct);
        }
    }

    private async Task Write(NpgsqlConnection connection, IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        if (events.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.Add(NoWaitForTheDisk);
        projection.Project(events, batch, shadow);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private void SetAside(string stream, long sequence, Exception failure)
    {
        if (!mayPark)
            throw new InvalidOperationException($"{projection.Name} cannot take in the event {sequence} of {stream}.", failure);
        if (_parkedStreams.Add(stream)) Parked.Add((stream, sequence, failure));
    }
}
