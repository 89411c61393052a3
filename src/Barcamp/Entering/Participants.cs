using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace EventOps.Barcamp.Entering;

/// <summary>
/// People with a ticket: their ticket's link makes this browser theirs for the event, by a sealed cookie. Whether the ticket
/// still is valid is asked again and again.
/// </summary>
public sealed class Participants(NpgsqlDataSource database, SealedCookies cookies, TimeProvider clock)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(90);

    private readonly ConcurrentDictionary<Guid, (Participant? Who, long At)> _fresh = new();

    /// <summary>One holder of a ticket.</summary>
    public sealed record Participant(Guid TicketId, Guid EventId, byte[] TokenHash, bool Present);

    /// <summary>The ticket that a link's token belongs to, or null.</summary>
    public async Task<Participant?> Open(Guid eventId, string token, CancellationToken ct)
    {
        return TicketToken.Read(token) is { } claim && await Read(claim.TicketId, ct) is { } found
            && found.EventId == eventId && claim.Proves(found.TokenHash) ? found : null;
    }

    public void Remember(HttpContext http, Participant who) =>
        cookies.Set(http, Cookie(who.EventId), who.TicketId.ToString(), s_remembered);

    public void Forget(HttpContext http, Guid eventId) => cookies.Delete(http, Cookie(eventId));

    /// <summary>Who this browser belongs to at the event; a ticket that was given back is nobody's.</summary>
    public async ValueTask<Participant?> Of(HttpContext http, Guid eventId, CancellationToken ct)
    {
        if (!Guid.TryParse(cookies.Read(http, Cookie(eventId)), out var ticket)) return null;
        if (_fresh.TryGetValue(ticket, out var known) && clock.GetElapsedTime(known.At) < s_maxAge) return known.Who;
        if (_fresh.Count > 20_000) _fresh.Clear();
        var found = await Read(ticket, ct) is { } who && who.EventId == eventId ? who : null;
        _fresh[ticket] = (found, clock.GetTimestamp());
        return found;
    }

    /// <summary>Whether a ticket of the event still is valid.</summary>
    public async Task<bool> Holds(Guid eventId, Guid ticketId, CancellationToken ct) =>
        (await Read(ticketId, ct))?.EventId == eventId;

    /// <summary>How many people are in the building now.</summary>
    public async Task<long> CountPresent(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select count(*) from barcamp.participants where event_id = $1 and present and valid");
        command.Parameters.Add(Statements.Value(eventId));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Cookie(Guid eventId) => $"eventops-barcamp-{eventId.ToString("N")[..12]}";

    private async Task<Participant?> Read(Guid ticketId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select event_id, token_hash, present from barcamp.participants where ticket_id = $1 and valid");
        command.Parameters.Add(Statements.Value(ticketId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new(ticketId, reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.GetBoolean(2))
            : null;
    }
}
