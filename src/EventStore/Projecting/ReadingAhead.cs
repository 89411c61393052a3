using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Reads the next full page while the last one is being written: reading and writing use different processors.</summary>
internal sealed class ReadingAhead(NpgsqlDataSource database, Pages pages, CancellationToken ct) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private Wanted? _ahead;
    private Task<Page>? _reading;

    private sealed record Wanted(long After, long UpTo, int Limit, int Parked);

    public async Task<Page> Read(long after, long upTo, HashSet<string> parked, int limit)
    {
        var wanted = new Wanted(after, upTo, limit, parked.Count);
        if (_ahead != wanted)
        {
            await Forget();
            _reading = Start(wanted, parked);
        }

        var page = await _reading!;
        (_ahead, _reading) = (null, null);
        if (page.UpTo < upTo && page.Unreadable is null)
        {
            _ahead = wanted with { After = page.UpTo };
            _reading = Start(_ahead, parked);
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Forget();
        _stop.Dispose();
    }

    private async Task<Page> Start(Wanted wanted, HashSet<string> parked)
    {
        string[] without = [.. parked];
        await using var connection = await database.OpenConnectionAsync(_stop.Token);
        return await pages.Read(connection, wanted.After, wanted.UpTo, without, wanted.Limit, _stop.Token);
    }

    private async Task Forget()
    {
        if (_reading is not null)
            await ((Task)_reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        (_ahead, _reading) = (null, null);
    }
}
