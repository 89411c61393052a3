using System.Buffers.Text;
using System.Security.Cryptography;
using EventOps.Contracts;

namespace EventOps.Registration.Ticketing;

/// <summary>
/// The secret with which a ticket's holder shows up in other modules (barcamp, survey): derived from the ticket's id, never
/// stored. It opens neither the ticket nor the registration.
/// </summary>
public sealed class ParticipantLinks(ManageLinks links)
{
    /// <summary>The token in the links of a ticket: its id and a keyed hash of it (HMAC-SHA-256, 192 bits kept), base64url.</summary>
    public async ValueTask<string> TokenOf(Guid ticketId, CancellationToken ct)
    {
        var hash = HMACSHA256.HashData(await links.SecretFor("participant", ct), ticketId.ToByteArray(bigEndian: true));
        return TicketToken.Write(ticketId, hash.AsSpan(0, TicketToken.ProofBytes));
    }

    /// <summary>What other modules are told, to recognise the token by: its SHA-256, base64url.</summary>
    public async ValueTask<string> HashOf(Guid ticketId, CancellationToken ct) =>
        Base64Url.EncodeToString(TicketToken.HashOf(await TokenOf(ticketId, ct)));
}
