using System.Security.Cryptography;
using System.Text;

namespace EventOps.EventStore;

/// <summary>
/// What makes a request recognisable when it comes twice: the client's key within actor and route, and a fingerprint of the body.
/// After the IETF draft "The Idempotency-Key HTTP Header Field" (draft-ietf-httpapi-idempotency-key-header-07).
/// </summary>
/// <param name="Id">32 bytes: SHA-256 over key, actor and route.</param>
/// <param name="Fingerprint">Keyed HMAC of the body: another body under the same key is refused.</param>
public sealed record IdempotencyKey(byte[] Id, byte[] Fingerprint)
{
    /// <summary>Builds the id from the client's key, the actor (account, ticket or "public") and the route template.</summary>
    public static IdempotencyKey Of(string key, string actor, string route, byte[] fingerprint) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{actor}\n{route}")), fingerprint);
}

/// <summary>What is kept of an answer; the rest is rebuilt from it, so that no personal data is stored.</summary>
/// <param name="Status">HTTP status of the first answer.</param>
/// <param name="Location">Where the first answer led, or null. Holds no secret.</param>
/// <param name="Ids">Ids that the answer is rebuilt from, in an order that the route defines.</param>
public sealed record KeptAnswer(int Status, string? Location, IReadOnlyList<Guid> Ids);

/// <summary>The same key is being handled at this moment: ask again (HTTP 409).</summary>
public sealed record StillRunning : Refusal;

/// <summary>The same key came with another body (HTTP 422).</summary>
public sealed record KeyReused : Refusal;
