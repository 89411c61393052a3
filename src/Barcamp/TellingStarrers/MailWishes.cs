using EventOps.Barcamp.Entering;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>Who wishes a mail when a starred session moves. A row under the ticket; its star stays under the pseudonym.</summary>
public sealed class MailWishes(NpgsqlDataSource database, BarcampLinks links)
{
    public async Task<bool> Has(Guid ticketId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select true from barcamp.mail_wishes where ticket_id = $1");
        command.Parameters.Add(Statements.Value(ticketId));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public async Task Set(Guid eventId, Guid ticketId, bool wished, CancellationToken ct)
    {
        await using var command = database.CreateCommand(wished
            ? "insert into barcamp.mail_wishes (ticket_id, event_id) values ($1, $2) on conflict do nothing"
            : "delete from barcamp.mail_wishes where ticket_id = $1 and event_id = $2");
        command.Parameters.Add(Statements.Value(ticketId));
        command.Parameters.Add(Statements.Value(eventId));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Tickets that wish a mail, with those of the sessions that their holders starred.</summary>
    public async Task<List<(Guid Ticket, IReadOnlyList<Guid> Sessions)>> For(
        Guid eventId, ILookup<Guid, Guid> sessions, CancellationToken ct)
    {
        var starred = await Starred(eventId, [.. sessions.Select(of => of.Key)], ct);
        var wished = new List<(Guid, IReadOnlyList<Guid>)>();
        foreach (var ticket in await Wishing(eventId, ct))
        {
            var voter = Convert.ToHexString(await links.Voter(eventId, ticket, ct));
            Guid[] own = [.. starred[voter].Distinct().SelectMany(proposal => sessions[proposal])];
            if (own.Length > 0) wished.Add((ticket, own));
        }

        return wished;
    }

    private async Task<ILookup<string, Guid>> Starred(Guid eventId, List<Guid> proposals, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select encode(s.voter, 'hex'), coalesce(p.into_id, p.proposal_id)
            from barcamp.stars s join barcamp.proposals p on p.proposal_id = s.proposal_id
            where s.event_id = $1 and coalesce(p.into_id, p.proposal_id) = any($2)
            """);
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(proposals.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string Voter, Guid Proposal)>();
        while (await reader.ReadAsync(ct)) rows.Add((reader.GetString(0), reader.GetGuid(1)));
        return rows.ToLookup(row => row.Voter, row => row.Proposal, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<List<Guid>> Wishing(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select w.ticket_id from barcamp.mail_wishes w join barcamp.participants p on p.ticket_id = w.ticket_id
            where w.event_id = $1 and p.valid
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tickets = new List<Guid>();
        while (await reader.ReadAsync(ct)) tickets.Add(reader.GetGuid(0));
        return tickets;
    }
}
