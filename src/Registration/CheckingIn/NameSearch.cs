using EventOps.EventStore;
using EventOps.Registration.Ticketing;
using EventOps.Ui;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>
/// Somebody of that name: what staff may see of a person who shows no ticket. <paramref name="State"/> is held, expected, present
/// or cancelled.
/// </summary>
public sealed record NameMatch(string Name, Guid TicketTypeId, string State, string ShortCode);

/// <summary>The answer to a search by name.</summary>
public sealed record NamesFound(string Asked, IReadOnlyList<NameMatch> Matches, bool More, bool TooShort)
{
    public static NamesFound NotAsked { get; } = new("", [], false, false);
}

/// <summary>Finds people of one event by their names alone, never by address or organisation.</summary>
public sealed class NameSearch(NpgsqlDataSource database)
{
    private const int Shortest = 3;
    private const int Longest = 100;
    private const int Most = 20;

    public async Task<NamesFound> Find(Guid eventId, string? typed, CancellationToken ct)
    {
        var asked = Shape.Tidy(typed is { Length: > Longest } ? typed[..Longest] : typed);
        var words = asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var told = Shape.Fault(asked, Longest) is null ? words.MaxBy(word => word.Length) ?? "" : "";
        if (told.Length < Shortest) return new(asked, [], false, TooShort: true);

        // The index is over all that organisers search; what scanners may ask is checked on the name itself.
        await using var command = database.CreateCommand("""
            select p.given_name || ' ' || p.family_name, a.ticket_type_id, a.attendee_id,
              case when a.status = 'expected' and a.present then 'present' else a.status end
            from registration.personal p join registration.attendees a on a.attendee_id = p.subject_id
            where p.event_id = $1 and a.event_id = $1 and p.search like lower($2)
              and lower(p.given_name || ' ' || p.family_name) like all (select lower(w) from unnest($3) w)
            order by p.family_name, p.given_name, a.attendee_id limit $4
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(Anywhere(told)));
        command.Parameters.Add(words.Column(Anywhere));
        command.Parameters.Add(Statements.Value(Most + 1));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var matches = new List<NameMatch>();
        while (await reader.ReadAsync(ct))
            matches.Add(new(reader.GetString(0), reader.GetGuid(1), reader.GetString(3), ShortCode.Of(reader.GetGuid(2))));
        return new(asked, [.. matches.Take(Most)], matches.Count > Most, TooShort: false);
    }

    private static string Anywhere(string word) => "%" + word
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
