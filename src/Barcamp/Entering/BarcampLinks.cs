using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Barcamp.Entering;

/// <summary>
/// Secret links of a barcamp, derived by HMAC-SHA-256 from one stored secret and never stored themselves; and the pseudonyms
/// under which people star, which lead back to nobody once that secret is gone.
/// </summary>
public sealed class BarcampLinks(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private const int KeptBytes = 18;

    private readonly StoredSecret _secret = new(database, protection, "barcamp.link_key", "barcamp.links.v1");

    /// <summary>For screens and doors; another number makes another link.</summary>
    public ValueTask<string> Screen(Guid eventId, int number, CancellationToken ct) => Token($"screen|{eventId}|{number}", ct);

    /// <summary>For people who moderate without an account.</summary>
    public ValueTask<string> Moderator(Guid eventId, int number, CancellationToken ct) =>
        Token($"moderator|{eventId}|{number}", ct);

    /// <summary>For whoever is asked to host with somebody.</summary>
    public ValueTask<string> CoHost(Guid proposalId, CancellationToken ct) => Token($"co-host|{proposalId}", ct);

    /// <summary>For a participant's own plan in a calendar program, which brings no cookie.</summary>
    public ValueTask<string> Agenda(Guid eventId, Guid ticketId, CancellationToken ct) =>
        Token($"agenda|{eventId}|{ticketId}", ct);

    /// <summary>For ending the mails about starred sessions.</summary>
    public ValueTask<string> StopMail(Guid eventId, Guid ticketId, CancellationToken ct) =>
        Token($"stop-mail|{eventId}|{ticketId}", ct);

    /// <summary>A person's pseudonym at one event.</summary>
    public async ValueTask<byte[]> Voter(Guid eventId, Guid ticketId, CancellationToken ct) =>
        HMACSHA256.HashData(await _secret.Read(ct), Encoding.UTF8.GetBytes($"voter|{eventId}|{ticketId}"));

    /// <summary>Compares without telling by its time how much was right.</summary>
    public static bool Same(string typed, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed), Encoding.UTF8.GetBytes(expected));

    private async ValueTask<string> Token(string what, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await _secret.Read(ct), Encoding.UTF8.GetBytes(what)).AsSpan(0, KeptBytes));
}
