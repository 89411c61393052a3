using EventOps.Accounts.Hearing;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Support;
using Npgsql;

namespace EventOps.Accounts.Tests;

/// <summary>The tests that share one installation run one after the other, each from its first day.</summary>
[CollectionDefinition(nameof(OneInstallation))]
public sealed class OneInstallation : ICollectionFixture<Installation>;

/// <summary>One database with two hosts, and the people and events that tests need.</summary>
public sealed class Installation : IAsyncLifetime
{
    public const string Password = "Linde Regen Tram 17";
    public const string FirstMail = "rosa.huber@stadt.example";

    public static readonly Guid Ogtm = new("0199c2a4-7c00-7000-8000-000000000017");
    public static readonly Guid Mucgov = new("0199c2a4-7c00-7000-8000-000000000018");

    private readonly string _keys = Directory.CreateTempSubdirectory("eventops-keys-").FullName;
    private AccountsHost? _first;
    private AccountsHost? _second;

    public MovedClock Clock { get; } = new();

    public MemoryMail Mail { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    public AccountsHost Host => _first!;

    /// <summary>Another host over the same database and key ring.</summary>
    public AccountsHost Other => _second!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create();
        _first = await Another();
        _second = await Another();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Other.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    /// <summary>One more host, reached from outside by another address.</summary>
    public Task<AccountsHost> Another(string publicUrl = "http://veranstaltung.example", int hashIterations = 1000) =>
        AccountsHost.Start(Database, _keys, Clock, Mail, publicUrl, hashIterations);

    /// <summary>As on the first day: nobody works here, nothing was sent.</summary>
    public async Task Empty()
    {
        Mail.Clear();
        while (!await TryEmpty()) { }
    }

    /// <summary>The first organiser, signed in through the printed link; on later calls with mail and password.</summary>
    public async Task<Visitor> Organiser(string address = "192.0.2.10")
    {
        var visitor = Host.Visitor(address);
        var link = await Host.PrintedLink();
        var page = link.StartsWith("/welcome", StringComparison.Ordinal)
            ? await Found(visitor, link)
            : await visitor.Fill("/sign-in", "/sign-in", ("mail", FirstMail), ("password", Password));
        Assert.Equal((302, "/events"), (page.Status, page.Location));
        return visitor;
    }

    // The hosts go on with their messages meanwhile: one of the two has to step back.
    private async Task<bool> TryEmpty()
    {
        try
        {
            await Database.Execute("""
                do $$ begin execute (
                  select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ') || ' cascade' from pg_tables
                  where (schemaname in ('accounts', 'messaging') and tablename <> 'organisations')
                    or tablename in ('mt_streams', 'mt_events'));
                end $$
                """);
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }

    /// <summary>Registration says what it has planned.</summary>
    public async Task Plan(Guid id, string slug, params string[] gates)
    {
        var now = Clock.GetUtcNow();
        var heard = new EventChanged(
            id, Organisations.First, 1, slug, $"Tag {slug}", $"Day {slug}", now.AddDays(21), now.AddDays(21).AddHours(8),
            "Europe/Berlin", gates, true);
        await Hear(heard);
    }

    /// <summary>A message from Registration arrives.</summary>
    public Task<Outcome> Hear(EventChanged heard) =>
        Host.Get<IEventStore>().Handle(
            OnEventChanged.Handle(heard, new(Guid.NewGuid(), $"event-{heard.EventId}", Host.Services)));

    /// <summary>Tries to sign in with mail and password, in a new browser.</summary>
    public Task<Page> SignIn(string mail, string password, string address = "192.0.2.1", string next = "") =>
        Host.Visitor(address).Fill(
            "/sign-in?next=" + Uri.EscapeDataString(next), "/sign-in", ("mail", mail), ("password", password));

    /// <summary>Signs the first organiser in by a new browser on a host.</summary>
    public static async Task<(Visitor Visitor, Page Answer)> SignIn(AccountsHost host, string password = Password)
    {
        var visitor = host.Visitor();
        return (visitor, await visitor.Fill("/sign-in", "/sign-in", ("mail", FirstMail), ("password", password)));
    }

    /// <summary>Becomes the first organiser by a printed link.</summary>
    public static Task<Page> Found(Visitor visitor, string link, string password = Password) =>
        visitor.Fill(link, "/welcome", ("name", "Rosa Huber"), ("mail", FirstMail), ("password", password));

    public static Task<Page> Invite(Visitor organiser, string name, string mail, string right = "organiser") =>
        organiser.Fill("/members/invite", "/members/invite", ("name", name), ("mail", mail), ("right", right));

    public static Task<Page> Offer(Visitor organiser, string gate = "Nord") =>
        organiser.Fill("/events/ogtm17/devices", "/events/ogtm17/devices", ("name", "Nord 1"), ("gate", gate));

    /// <summary>How many rows of a table hold a text anywhere, as a regular expression.</summary>
    public Task<long> Rows(string table, string text) =>
        Database.Read<long>($"select count(*) from {table} t where t::text ~* '{text}'");

    /// <summary>Invites somebody and lets them join; returns their browser.</summary>
    public async Task<Visitor> Colleague(Visitor organiser, string name, string mail, string right, string address = "192.0.2.20")
    {
        Assert.Equal("/members?done=invited", (await Invite(organiser, name, mail, right)).Location);
        var colleague = Host.Visitor(address);
        var joined = await colleague.Fill(await LinkTo(mail), "/join", ("password", Password));
        Assert.Equal(302, joined.Status);
        return colleague;
    }

    /// <summary>The link in the newest mail to an address.</summary>
    public async Task<string> LinkTo(string mail)
    {
        await Quiet.WaitForMessages(Host.Services);
        var text = Mail.Sent.Last(sent => sent.To == mail).TextBody;
        var link = text.Split((char[]?)null).Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }
}
