using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>Where a follower's stored position moves, and on whose authority.</summary>
internal sealed record Move(long Seen, long Revision, long Reached, long Epoch);

/// <summary>Something that follows the store with a position of its own: a read model or a subscription.</summary>
internal abstract class Follower(string name, IReadOnlyList<Type> events)
{
    private const string AdvancePosition = "select eventops_side.advance($1, $2, $3, $4, $5)";

    public string Name { get; } = name;

    public IReadOnlyList<Type> Events { get; } = events;

    /// <summary>At least so long from one page to the next.</summary>
    public virtual TimeSpan Spacing => TimeSpan.Zero;

    /// <summary>How often one event may fail before its stream is parked.</summary>
    public virtual int Tries => 1;

    /// <summary>Takes a page of events in and moves the position.</summary>
    public abstract Task Apply(NpgsqlConnection connection, IReadOnlyList<Recorded> events, Move move, CancellationToken ct);

    /// <summary>Moves the position over numbers that hold nothing for this follower.</summary>
    public async Task Skip(NpgsqlConnection connection, Move move, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        Advance(batch, move);
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>First in every transaction: locks the position's row.</summary>
    public void Advance(NpgsqlBatch batch, Move move) => batch.Add(
        AdvancePosition, Statements.Value(Name), Statements.Value(move.Seen), Statements.Value(move.Revision),
        Statements.Value(move.Reached), Statements.Value(move.Epoch));
}

/// <summary>A read model: rows and position are one transaction, so that every event counts once.</summary>
internal sealed class ProjectionFollower(Projection projection) : Follower(projection.Name, projection.Events)
{
    public override async Task Apply(NpgsqlConnection connection, IReadOnlyList<Recorded> events, Move move, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        Advance(batch, move);
        projection.Project(events, batch, projection.Table);
        await batch.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>A subscription: the position moves after its effect, so that every event comes at least once.</summary>
internal sealed class SubscriptionFollower(Subscription subscription, IServiceProvider services)
    : Follower(subscription.Name, subscription.Events)
{
    // Its effect may lie outside the database, where a failure often passes: with the backoff this is about 25 s.
    public override int Tries => 10;

    public override TimeSpan Spacing => subscription.Spacing;

    public override async Task Apply(NpgsqlConnection connection, IReadOnlyList<Recorded> events, Move move, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
            await subscription.Handle(events, scope.ServiceProvider, ct);
        await Skip(connection, move, ct);
    }
}
