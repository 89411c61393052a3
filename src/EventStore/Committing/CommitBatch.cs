using Npgsql;

namespace EventOps.EventStore.Committing;

/// <summary>
/// Commits many works in one transaction: two round trips, or one where every stream is new or nobody else writes to it. A work
/// is answered by its outcome or its own exception; an exception of the database concerns all of them and is left to the caller.
/// </summary>
internal sealed class CommitBatch(EventStoreModel model, StateCache cache, TimeProvider clock)
{
    public const string Channel = "eventops";

    private const string Notify = "select pg_notify('" + Channel + "', '')";

    /// <summary>Longer than any lock is waited for: a server that is silent for so long is taken for lost.</summary>
    public const int Patience = 10; // s

    /// <summary>Runs the works. <paramref name="loadAll"/>: load every stream, also what a work expects to start.</summary>
    public async Task<IReadOnlyList<Answer>> Run(NpgsqlConnection connection, IReadOnlyList<Work> works, bool loadAll)
    {
        var slots = Slots(works);
        if (!loadAll && slots.Values.All(slot => !slot.MayExist || slot.IsTrusted))
        {
            if (await FromMemory(connection, works, slots).ConfigureAwait(false) is { } answers) return answers;
            slots = Slots(works);
        }

        return await FromDatabase(connection, works, slots, loadAll).ConfigureAwait(false);
    }

    /// <summary>
    /// One round trip: decides on what is remembered, and stores only if that is still so. Null where a work stores nothing,
    /// because then nothing would tell whether it was decided on old knowledge, or had been answered before.
    /// </summary>
    private async Task<IReadOnlyList<Answer>?> FromMemory(
        NpgsqlConnection connection, IReadOnlyList<Work> works, Dictionary<string, Slot> slots)
    {
        foreach (var slot in slots.Values.Where(slot => slot.MayExist))
            slot.Trust();
        var deciding = new Deciding(slots, model.Events, Now());
        var answers = works.Select(work => Decide(deciding, work, [])).ToList();
        var proven = deciding.Anything && slots.Values.All(slot => slot.Changed)
            && works.Zip(answers).All(decided => decided.Second.IsStoredWith(decided.First.Key));
        if (!proven) return null;
        await Write(connection, deciding, slots.Values, begun: false).ConfigureAwait(false);
        foreach (var slot in slots.Values)
            Remember(slot);
        return answers;
    }

    private async Task<IReadOnlyList<Answer>> FromDatabase(
        NpgsqlConnection connection, IReadOnlyList<Work> works, Dictionary<string, Slot> slots, bool loadAll)
    {
        var toLoad = slots.Values.Where(slot => loadAll || slot.MayExist).ToList();
        var keys = works.Select(work => work.Key).OfType<IdempotencyKey>()
            .DistinctBy(key => Convert.ToHexString(key.Id)).ToList();
        var begun = toLoad.Count + keys.Count > 0;
        var known = begun ? await Load(connection, toLoad, keys).ConfigureAwait(false) : [];

        var deciding = new Deciding(slots, model.Events, Now());
        var answers = works.Select(work => Decide(deciding, work, known)).ToList();
        if (deciding.Anything)
            await Write(connection, deciding, slots.Values, begun).ConfigureAwait(false);
        else if (begun)
            await Execute(connection, "rollback").ConfigureAwait(false);

        foreach (var slot in slots.Values)
            Remember(slot);
        return answers;
    }

    private Dictionary<string, Slot> Slots(IReadOnlyList<Work> works)
    {
        var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var step in works.SelectMany(work => work.Steps))
        {
            if (!slots.TryGetValue(step.Stream, out var slot))
                slots.Add(step.Stream, slot = new(step.Stream));
            slot.MayExist |= !step.StartsStream;
            if (slot.Find(step.Folding) is not null) continue;
            var entry = step.StartsStream ? null : cache.Find(step.Stream, step.Folding);
            slot.Seed(new(step.Folding, entry?.Version ?? 0, entry?.State ?? step.Folding.Initial));
            slot.Undisturbed = Math.Min(slot.Undisturbed, entry?.Undisturbed ?? 0);
        }

        return slots;
    }

    private async Task<Dictionary<string, BatchReads.Known>> Load(
        NpgsqlConnection connection, List<Slot> slots, List<IdempotencyKey> keys)
    {
        var cold = slots.SelectMany(slot => slot.States.Where(s => s is { Version: 0, Folding.SnapshotName: not null })
            .Select(s => (slot, s.Folding))).ToList();
        if (cold.Count > 0)
            await BatchReads.Snapshots(connection, cold, CancellationToken.None).ConfigureAwait(false);
        var known = await BatchReads.Run(connection, slots, keys, model.Events).ConfigureAwait(false);
        if (!slots.Exists(slot => slot.NewerThanStored)) return known;

        // The database is older than what we remember: it was restored. Forget, and read these streams from their start.
        await Execute(connection, "rollback").ConfigureAwait(false);
        foreach (var (slot, state) in slots.SelectMany(slot => slot.States.ToList().Select(state => (slot, state))))
        {
            cache.Forget(slot.Stream, state.Folding);
            slot.Seed(new(state.Folding, 0, state.Folding.Initial));
        }

        return await BatchReads.Run(connection, slots, keys, model.Events).ConfigureAwait(false);
    }

    private static Answer Decide(Deciding deciding, Work work, Dictionary<string, BatchReads.Known> known)
    {
        try
        {
            if (work.Key is null || !known.TryGetValue(Convert.ToHexString(work.Key.Id), out var kept))
                return new(deciding.Decide(work), null);
            return new(kept.Fingerprint.AsSpan().SequenceEqual(work.Key.Fingerprint)
                ? new Outcome(null, [], kept.Answer, true)
                : Outcome.Refused(new KeyReused()), null);
        }
        catch (Exception bug)
        {
            return new(null, bug); // one bad command fails alone
        }
    }

    private async Task Write(NpgsqlConnection connection, Deciding deciding, IEnumerable<Slot> slots, bool begun)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = Patience };
        if (deciding.Events.Count > 0)
        {
            BatchWrites.Streams(batch, slots.Where(slot => slot.Changed));
            BatchWrites.Events(batch, deciding.Events, model.Events);
            Project(batch, deciding.Events);
        }

        model.WriteRows(deciding.Rows, batch);
        if (deciding.Answers.Count > 0)
            BatchWrites.Keys(batch, deciding.Answers, Now());
        batch.Add(Notify);
        if (begun)
            batch.Add("commit");
        try
        {
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (Database.LeavesDoubt(failure))
        {
            throw new StoreUnavailable(failure);
        }

        model.TellCommitted(deciding.Rows);
    }

    private void Project(NpgsqlBatch batch, IReadOnlyList<Recorded> events)
    {
        foreach (var projection in model.InlineProjections)
        {
            var wanted = events.Where(recorded => projection.Events.Contains(recorded.Event.GetType())).ToList();
            if (wanted.Count > 0)
                projection.Project(wanted, batch, projection.Table);
        }
    }

    // A stream that has just been started is not hot yet: thousands of them in a rush would only fill the cache.
    private void Remember(Slot slot)
    {
        if (!slot.MayExist) return;
        foreach (var known in slot.States)
        {
            if (known.Version > 0)
                cache.Keep(slot.Stream, known.Folding, new(known.Version, known.State, Environment.TickCount64, slot.Undisturbed + 1));
        }
    }

    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    public static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>One work's own answer.</summary>
    public sealed record Answer(Outcome? Outcome, Exception? Bug)
    {
        /// <summary>Whether the database is going to object if the work was answered before, or decided on old knowledge.</summary>
        public bool IsStoredWith(IdempotencyKey? key) => Outcome is { Refusal: null } && (key is null || Outcome.Kept is not null);
    }
}
