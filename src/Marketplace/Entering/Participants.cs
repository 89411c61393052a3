using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace EventOps.Marketplace.Entering;

/// <summary>Visitors with a ticket: the link on it makes this browser theirs at the event's stands, by a sealed cookie.</summary>
public sealed class Participants(NpgsqlDataSource database, SealedCookies cookies)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(7);

    /// <summary>The ticket that a link's token belongs to; null where it belongs to none that is valid.</summary>
    public async Task<Guid?> Open(Guid eventId, string token, CancellationToken ct)
    {
        return TicketToken.Read(token) is { } claim && await Hash(eventId, claim.TicketId, ct) is { } hash && claim.Proves(hash)
            ? claim.TicketId : null;
    }

    public void Remember(HttpContext http, Guid eventId, Guid ticket) =>
        cookies.Set(http, Cookie(eventId), ticket.ToString(), s_remembered);

    public void Forget(HttpContext http, Guid eventId) => cookies.Delete(http, Cookie(eventId));

    /// <summary>Whose browser this is; a ticket that was given back is nobody's.</summary>
    public async Task<Guid?> Of(HttpContext http, Guid eventId, CancellationToken ct) =>
        Guid.TryParse(cookies.Read(http, Cookie(eventId)), out var ticket) && await Hash(eventId, ticket, ct) is not null ? ticket
            : null;

    private static string Cookie(Guid eventId) => $"eventops-visitor-{eventId.ToString("N")[..12]}";

    private async Task<byte[]?> Hash(Guid eventId, Guid ticket, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select token_hash from marketplace.participants where ticket_id = $1 and event_id = $2 and valid");
        command.Parameters.Add(Statements.Value(ticket));
        command.Parameters.Add(Statements.Value(eventId));
        return await command.ExecuteScalarAsync(ct) as byte[];
    }
}
