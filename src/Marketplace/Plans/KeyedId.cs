using System.Security.Cryptography;
using System.Text;

namespace EventOps.Marketplace.Plans;

/// <summary>Ids that follow from a form's key: a second click makes the same things, which is nothing.</summary>
public static class KeyedId
{
    public static Guid Of(string key, string part) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key} {part}")).AsSpan(0, 16));
}
