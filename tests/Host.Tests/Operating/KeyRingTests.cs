using System.Security.Cryptography;
using EventOps.EventStore;
using EventOps.EventStore.Schema;
using EventOps.Host.Operating;
using EventOps.Host.Operating.Keys;
using EventOps.Host.Starting;
using EventOps.Host.Tests.Starting;
using EventOps.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Host.Tests.Operating;

/// <summary>S-21: cookies outlive a wiped disk as long as EVENTOPS_KEY is kept, and nothing in the database opens them.</summary>
public sealed class KeyRingTests
{
    private static readonly string s_key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task A_host_with_the_same_key_reads_what_another_wrote()
    {
        await using var database = await Database();
        await using var folder = new ScratchFolder();
        var cookie = Ring(database, s_key, folder).Protect("anna");
        await using var emptyDisk = new ScratchFolder();
        Assert.Equal("anna", Ring(database, s_key, emptyDisk).Unprotect(cookie));
        var stored = await database.Read<string>("select string_agg(xml, ' ') from host.key_ring");
        Assert.Contains("<sealed ", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_alone_keeps_its_key_in_its_data_folder()
    {
        await using var database = await Database();
        await using var folder = new ScratchFolder();
        var cookie = Ring(database, key: null, folder).Protect("anna");
        Assert.Equal("anna", Ring(database, key: null, folder).Unprotect(cookie));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "host.key")));
    }

    [Fact]
    public async Task A_lost_key_means_signing_in_again_and_nothing_worse()
    {
        await using var database = await Database();
        await using var folder = new ScratchFolder();
        var cookie = Ring(database, s_key, folder).Protect("anna");
        await using var other = new ScratchFolder();
        var stranger = Ring(database, key: null, other);
        Assert.ThrowsAny<CryptographicException>(() => stranger.Unprotect(cookie));
        Assert.Equal("ben", stranger.Unprotect(stranger.Protect("ben")));
    }

    [Fact]
    public async Task A_key_of_the_wrong_length_is_refused()
    {
        await using var folder = new ScratchFolder();
        var refused = Assert.Throws<CannotStart>(() => HostKey.Read("c2hvcnQ=", new DataFolder(folder.Path)));
        Assert.StartsWith("EVENTOPS_KEY must hold 32 random bytes in base64", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> Database()
    {
        var database = await TestDatabase.Create();
        var model = new EventStoreModel().Schema("host", typeof(OperationsModule).Assembly);
        await SchemaMigrations.Apply(database.DataSource, model);
        return database;
    }

    private static IDataProtector Ring(TestDatabase database, string? key, ScratchFolder folder)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(database.DataSource);
        services.AddKeyRing(HostKey.Read(key, new DataFolder(folder.Path)));
        return services.BuildServiceProvider().GetDataProtector("test");
    }
}
