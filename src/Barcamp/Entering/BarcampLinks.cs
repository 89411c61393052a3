using System.Buffers;
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

    private readonly IDataProtector _protector = protection.CreateProtector("barcamp.links.v1");
    private byte[]? _secret;

    /// <summary>For screens and doors; another number makes another link.</summary>
    public ValueTask<string> Screen(Guid eventId, int number, CancellationToken ct) => Token($"screen|{eventId}|{number}", ct);

    /// <summary>For people who moderate without an account.</summary>
    public ValueTask<string> Moderator(Guid eventId, int number, CancellationToken ct) => Token($"moderator|{eventId}|{number}", ct);

    /// <summary>For whoever is asked to host with somebody.</summary>
    public ValueTask<string> CoHost(Guid proposalId, CancellationToken ct) => Token($"co-host|{proposalId}", ct);

    /// <summary>For the calendar of one person: names the ticket, so that it works without any login.</summary>
    public async ValueTask<string> Agenda(Guid eventId, Guid ticketId, CancellationToken ct) =>
        Base64Url.EncodeToString(ticketId.ToByteArray(bigEndian: true)) + await Token($"agenda|{eventId}|{ticketId}", ct);

    /// <summary>The ticket that a calendar's link belongs to, or null.</summary>
    public async ValueTask<Guid?> TicketOfAgenda(Guid eventId, string token, CancellationToken ct)
    {
        const int IdLength = 22;
        var bytes = new byte[16];
        if (token.Length <= IdLength || Base64Url.DecodeFromChars(token.AsSpan(0, IdLength), bytes, out _, out var length) != OperationStatus.Done
            || length != bytes.Length)
        {
            return null;
        }

        var ticket = new Guid(bytes, bigEndian: true);
        return Same(token, await Agenda(eventId, ticket, ct)) ? ticket : null;
    }

    /// <summary>A person's pseudonym at one event.</summary>
    public async ValueTask<byte[]> Voter(Guid eventId, Guid ticketId, CancellationToken ct) =>
        HMACSHA256.HashData(await Secret(ct), Encoding.UTF8.GetBytes($"voter|{eventId}|{ticketId}"));

    /// <summary>Compares without telling by its time how much was right.</summary>
    public static bool Same(string typed, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(typed), Encoding.UTF8.GetBytes(expected));

    private async ValueTask<string> Token(string what, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await Secret(ct), Encoding.UTF8.GetBytes(what)).AsSpan(0, KeptBytes));

    private async ValueTask<byte[]> Secret(CancellationToken ct)
    {
        if (_secret is not null) return _secret;
        await using var insert = database.CreateCommand("insert into barcamp.link_key (secret) values ($1) on conflict (only_one) do nothing");
        insert.Parameters.Add(Statements.Value(_protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)))));
        await insert.ExecuteNonQueryAsync(ct);
        await using var select = database.CreateCommand("select secret from barcamp.link_key");
        return _secret = Convert.FromHexString(_protector.Unprotect((string)(await select.ExecuteScalarAsync(ct))!));
    }
}
