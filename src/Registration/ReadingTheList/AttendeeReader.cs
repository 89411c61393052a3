using System.Runtime.CompilerServices;
using System.Text;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.ReadingTheList;

/// <summary>Reads an event's list part by part: each part costs the same, however long the list is.</summary>
public sealed class AttendeeReader(NpgsqlDataSource database)
{
    public const int PartSize = 50;

    /// <summary>A part of the list. <paramref name="Similar"/>: nothing was written exactly so, these come near.</summary>
    public sealed record Part(IReadOnlyList<ListedAttendee> Rows, ListQuery.Place? Next, bool Similar);

    public async Task<Part> Of(Guid eventId, ListQuery query, CancellationToken ct)
    {
        var rows = await Rows(eventId, query, Filter.Exact(query), ct);
        var similar = rows.Count == 0 && query.After is null && query.Search.Length >= 4;
        if (similar) rows = await Rows(eventId, query, Filter.Similar(query), ct);
        var shown = rows.Take(PartSize).ToList();
        return new(shown, rows.Count > PartSize ? new(shown[^1].RegisteredAt, shown[^1].Id) : null, similar && rows.Count > 0);
    }

    public async Task<ListedAttendee?> Find(Guid eventId, Guid attendeeId, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {ListedAttendee.Columns}
            from registration.attendees a left join registration.personal p on p.subject_id = a.attendee_id
            where a.attendee_id = $2 and a.event_id = $1
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(attendeeId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? ListedAttendee.Read(reader) : null;
    }

    /// <summary>The whole list, oldest sign-up first, row by row: nothing is gathered in memory.</summary>
    public async IAsyncEnumerable<ListedAttendee> All(Guid eventId, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {ListedAttendee.Columns}
            from registration.attendees a left join registration.personal p on p.subject_id = a.attendee_id
            where a.event_id = $1 order by a.registered_at, a.attendee_id
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            yield return ListedAttendee.Read(reader);
    }

    private async Task<List<ListedAttendee>> Rows(Guid eventId, ListQuery query, Filter filter, CancellationToken ct)
    {
        await using var command = database.CreateCommand();
        command.Parameters.Add(Statements.Value(eventId));
        var where = new StringBuilder("a.event_id = $1");
        filter.AddTo(where, command);
        if (query.TypeId is { } type) where.Append(" and a.ticket_type_id = " + Parameter(command, type));
        where.Append(query.State switch
        {
            "present" => " and a.status = 'expected' and a.present",
            "expected" => " and a.status = 'expected' and not a.present",
            "held" or "cancelled" => $" and a.status = '{query.State}'",
            _ => "",
        });
        if (query.After is { } after)
        {
            var (at, id) = (Parameter(command, after.RegisteredAt), Parameter(command, after.AttendeeId));
            where.Append(
                string.Concat(" and a.registered_at <= ", at, " and (a.registered_at < ", at, " or a.attendee_id > ", id, ")"));
        }

        command.CommandText = $"""
            select {ListedAttendee.Columns}
            from registration.attendees a {filter.Join} join registration.personal p on p.subject_id = a.attendee_id
            where {where} order by a.registered_at desc, a.attendee_id limit {PartSize + 1}
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ListedAttendee>(PartSize + 1);
        while (await reader.ReadAsync(ct))
            rows.Add(ListedAttendee.Read(reader));
        return rows;
    }

    private static string Parameter<T>(NpgsqlCommand command, T value)
    {
        command.Parameters.Add(Statements.Value(value));
        return $"${command.Parameters.Count}";
    }

    /// <summary>How the words are looked for. Only a list without words has a row for who was erased.</summary>
    private sealed record Filter(IReadOnlyList<string> Patterns, string? CodeStart, string? Like, string Join)
    {
        public static Filter Exact(ListQuery query)
        {
            var words = query.Search.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (query.CodeStart is { } code && words.Length > 0) return new([], code, null, "left");
            return new([.. words.Select(word => $"%{Literally(word)}%")], null, null, words.Length == 0 ? "left" : "");
        }

        public static Filter Similar(ListQuery query) => new([], null, query.Search.ToLowerInvariant(), "");

        public void AddTo(StringBuilder where, NpgsqlCommand command)
        {
            foreach (var pattern in Patterns) where.Append(" and p.search like " + Parameter(command, pattern));
            if (CodeStart is not null) where.Append(" and a.short_code like " + Parameter(command, CodeStart + "%"));
            if (Like is not null) where.Append(" and " + Parameter(command, Like) + " <% p.search");
        }

        private static string Literally(string word) => word
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
    }
}
