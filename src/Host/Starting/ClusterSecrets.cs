using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace EventOps.Host.Starting;

/// <summary>How to reach the embedded database; kept in the data folder, readable by its owner only.</summary>
/// <param name="Port">On 127.0.0.1.</param>
/// <param name="Password">Of <c>eventops</c>, who owns the one database and nothing else.</param>
/// <param name="AdminPassword">Of <c>postgres</c>, for backups and upgrades; the host does not use it.</param>
public sealed record ClusterSecrets(int Port, string Password, string AdminPassword)
{
    private const string FileName = "cluster.json";

    /// <summary>The host's own way in.</summary>
    public string ConnectionString => Connection("eventops", "eventops", Password);

    /// <summary>The administrator's way in.</summary>
    public string AdminConnectionString => Connection("postgres", "postgres", AdminPassword);

    /// <summary>New passwords; the port is chosen at each start.</summary>
    public static ClusterSecrets New() => new(0, RandomNumberGenerator.GetHexString(48), RandomNumberGenerator.GetHexString(48));

    /// <summary>Reads the file, or nothing when there is none.</summary>
    public static ClusterSecrets? Read(DataFolder data) => File.Exists(data.At(FileName))
        ? JsonSerializer.Deserialize<ClusterSecrets>(File.ReadAllText(data.At(FileName)))
        : null;

    /// <summary>Keeps it for the next start.</summary>
    public void Write(DataFolder data) => data.WriteSecret(FileName, JsonSerializer.Serialize(this with { }, Indented));

    private string Connection(string database, string user, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
        SslMode = SslMode.Disable, // loopback only, and one round trip less per connection
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IgnoreReadOnlyProperties = true };
}
