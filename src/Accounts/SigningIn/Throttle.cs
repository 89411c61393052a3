using System.Net;
using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.SigningIn;

/// <summary>
/// Counts tries in a sliding window, on all hosts together. Every try is counted before it is looked at and given back when it
/// was right: a burst of parallel guesses gets no further than a slow one.
/// </summary>
public sealed class Throttle(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Count = """
        insert into accounts.tries as t (bucket, at, last_at) values ($1, array[$2], $2)
        on conflict (bucket) do update
        set at = array(select x from unnest(t.at) x where x > $3) || $2, last_at = $2
        where (select count(*) from unnest(t.at) x where x > $3) < $4
        """;

    private readonly Lazy<Task<byte[]>> _pepper = new(async () =>
        (await database.First("select pepper from accounts.organisations limit 1", row => row.GetFieldValue<byte[]>(0)))!);

    /// <summary>Counts one try in each bucket; null when one of them is full, else what gives the try back.</summary>
    public async Task<Func<Task>?> Try(int most, TimeSpan window, params IEnumerable<string> buckets)
    {
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var counted = new List<byte[]>();
        await database.Execute("delete from accounts.tries where last_at < $1", Statements.Value(now.AddDays(-1)));
        foreach (var bucket in buckets)
        {
            var key = HMACSHA256.HashData(await _pepper.Value, Encoding.UTF8.GetBytes(bucket));
            var room = await database.Execute(
                Count, Statements.Value(key), Statements.Value(now), Statements.Value(now - window), Statements.Value(most));
            if (room == 0)
            {
                await GiveBack(counted, now);
                return null;
            }

            counted.Add(key);
        }

        return () => GiveBack(counted, now);
    }

    /// <summary>An address as it is counted: all of a /64 in IPv6, which one customer has.</summary>
    public static string Place(IPAddress? address)
    {
        if (address is null) return "nowhere";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, bytes.Length == 16 ? 8 : 4));
    }

    // Of several tries in the same microsecond one too many may go: array_remove takes them all. It errs towards the owner.
    private Task<int> GiveBack(List<byte[]> buckets, DateTimeOffset at) => database.Execute(
        "update accounts.tries set at = array_remove(at, $2) where bucket = any($1)",
        Statements.Value(buckets.ToArray()), Statements.Value(at));
}
