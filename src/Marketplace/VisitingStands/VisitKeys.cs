using System.Security.Cryptography;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace EventOps.Marketplace.VisitingStands;

/// <summary>
/// The pseudonym under which a visit is counted: HMAC-SHA-256 of ticket and stand under a key of the event. It is another one at
/// each stand, so that rows do not show where somebody went; without the key, which goes when the event has ended, it is
/// nobody's.
/// </summary>
public sealed class VisitKeys(NpgsqlDataSource database, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("marketplace.visits.v1");

    /// <summary>The pseudonyms of a ticket at some stands; none where the event has no key (any more).</summary>
    public async Task<IReadOnlyDictionary<Guid,
        byte[]>> Of(Guid eventId, Guid ticket, IEnumerable<Guid> stands, CancellationToken ct) =>
        await Read(eventId, ct) is not { } key ? new Dictionary<Guid, byte[]>()
            : stands.ToDictionary(stand => stand, stand => Mark(key, ticket, stand));

    /// <summary>The pseudonym for a visit that is counted now.</summary>
    public async Task<byte[]> Of(Guid eventId, Guid ticket, Guid stand, CancellationToken ct) =>
        Mark(await Read(eventId, ct) ?? await Make(eventId, ct), ticket, stand);

    private static byte[] Mark(byte[] key, Guid ticket, Guid stand) =>
        HMACSHA256.HashData(key, (byte[])[.. ticket.ToByteArray(bigEndian: true), .. stand.ToByteArray(bigEndian: true)]);

    private async Task<byte[]> Make(Guid eventId, CancellationToken ct)
    {
        await using var insert = database.CreateCommand(
            "insert into marketplace.visit_keys values ($1, $2) on conflict (event_id) do nothing");
        insert.Parameters.Add(Statements.Value(eventId));
        insert.Parameters.Add(Statements.Value(_protector.Protect(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)))));
        await insert.ExecuteNonQueryAsync(ct);
        return (await Read(eventId, ct))!;
    }

    private async Task<byte[]?> Read(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select secret from marketplace.visit_keys where event_id = $1");
        command.Parameters.Add(Statements.Value(eventId));
        return await command.ExecuteScalarAsync(ct) is string secret ? Convert.FromHexString(_protector.Unprotect(secret)) : null;
    }
}
