using EventOps.EventStore;
using EventOps.Registration.Attendees;
using Npgsql;

namespace EventOps.Registration.ReadingTheList;

/// <summary>
/// How many attendees of one event are in which state. All are read once; from then on only those whose streams got events, so
/// that a long list costs a page no more than a short one.
/// </summary>
internal sealed class AttendeeTally(NpgsqlDataSource database, ChangedStreams changed, Guid eventId)
{
    private const int WorthNaming = 2_000;

    private const string States = """
        select attendee_id, ticket_type_id, case when status = 'expected' and present then 'present' else status end
        from registration.attendees where event_id = $1
        """;

    private readonly Dictionary<(Guid Type, string State), int> _counts = [];
    private readonly Dictionary<Guid, (Guid Type, string State)> _states = [];
    private long _mark;

    private SemaphoreSlim Turn { get; } = new(1, 1);

    public async Task<IReadOnlyList<AttendeeCount>> Read(CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            var (mark, streams) = await changed.Since(_mark, Attendee.StreamPrefix, WorthNaming, ct);
            if (_mark == 0 || streams is null) await ReadAll(ct);
            else if (streams.Count > 0) await ReadSome([.. streams.Select(Attendee.IdOf)], ct);
            _mark = mark;
            return [.. _counts.Where(count => count.Value > 0).Select(count => new AttendeeCount(count.Key.Type, count.Key.State, count.Value))];
        }
        catch
        {
            _mark = 0; // half of an answer may have been counted
            throw;
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task ReadAll(CancellationToken ct)
    {
        _states.Clear();
        _counts.Clear();
        await using var command = database.CreateCommand(States);
        command.Parameters.Add(Statements.Value(eventId));
        await Take(command, ct);
    }

    private async Task ReadSome(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"{States} and attendee_id = any($2)");
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(ids.Column(id => id));
        await Take(command, ct);
    }

    private async Task Take(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (id, now) = (reader.GetGuid(0), (reader.GetGuid(1), string.Intern(reader.GetString(2))));
            if (_states.TryGetValue(id, out var before)) _counts[before]--;
            _states[id] = now;
            _counts[now] = _counts.GetValueOrDefault(now) + 1;
        }
    }
}
