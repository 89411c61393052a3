using System.Collections.Concurrent;
using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using Npgsql;

namespace EventOps.Surveys.Reading;

/// <summary>One commitment as it is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Commitment">What it says.</param>
/// <param name="Quote">The quoted text, as long as it is there and chosen to be shown.</param>
public sealed record ShownCommitment(Guid Id, Commitment Commitment, string? Quote)
{
    public Finding Finding => Commitment.Finding!;

    public Pledge Pledge => Commitment.Pledge!;

    /// <summary>What was said, in few words.</summary>
    public string Said => Quote ?? Finding.Question.ToString();
}

/// <summary>Finds commitments in their order.</summary>
public sealed class CommitmentRows(NpgsqlDataSource database, IEventStore store, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(5);
    private const string InOrder = "order by placed, commitment_id limit 200";

    // What the edition before was told is answered at this one, too.
    private const string Here =
        """
        (event_id = $1 or survey_id in (
          select p.survey_id from surveys.surveys s
          join surveys.surveys p on p.survey_id = s.previous_id and p.organisation_id = s.organisation_id
          where s.event_id = $1))
        """;

    private readonly ConcurrentDictionary<Guid, (bool Any, long At)> _any = new();

    /// <summary>All that were made at an event.</summary>
    public Task<IReadOnlyList<ShownCommitment>> OfEvent(Guid eventId, CancellationToken ct) =>
        Read($"select commitment_id from surveys.commitments where event_id = $1 {InOrder}", eventId, ct);

    /// <summary>Public ones that concern the visitors of an event: its own, and those of the edition before.</summary>
    public Task<IReadOnlyList<ShownCommitment>> ForVisitors(Guid eventId, CancellationToken ct) =>
        Read($"select commitment_id from surveys.commitments where public and {Here} {InOrder}", eventId, ct);

    /// <summary>What was done about a survey.</summary>
    public Task<IReadOnlyList<ShownCommitment>> Done(Guid surveyId, CancellationToken ct) =>
        Read(
            $"select commitment_id from surveys.commitments where public and status = 'Done' and survey_id = $1 {InOrder}",
            surveyId, ct);

    /// <summary>Whether visitors have something to read there; at most five seconds old.</summary>
    public async ValueTask<bool> AnyForVisitors(Guid eventId, CancellationToken ct)
    {
        if (_any.TryGetValue(eventId, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Any;
        await using var command = database.CreateCommand(
            $"select exists (select from surveys.commitments where public and {Here})");
        command.Parameters.Add(Statements.Value(eventId));
        var any = (bool)(await command.ExecuteScalarAsync(ct))!;
        _any[eventId] = (any, clock.GetTimestamp());
        return any;
    }

    public async Task<ShownCommitment> Shown(Guid id, CancellationToken ct)
    {
        var (state, _) = await store.Load(Commitment.Stream(id), Commitment.Decider, ct);
        return new(id, state, state.Finding?.QuoteId is { } quote ? await Quote(quote, ct) : null);
    }

    private async Task<IReadOnlyList<ShownCommitment>> Read(string sql, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(id));
        var ids = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        }

        var shown = new List<ShownCommitment>();
        foreach (var one in ids) shown.Add(await Shown(one, ct));
        return shown;
    }

    private async Task<string?> Quote(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select words from surveys.texts where text_id = $1 and shown");
        command.Parameters.Add(Statements.Value(id));
        return (string?)await command.ExecuteScalarAsync(ct);
    }
}
