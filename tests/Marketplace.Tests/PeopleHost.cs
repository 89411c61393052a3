using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Tests;

/// <summary>The marketplace with somebody who knows tickets, as Registration does in a whole host.</summary>
public class PeopleHost : MarketHost
{
    public static readonly Guid CrewTicket = Guid.CreateVersion7();

    public KnownTickets Tickets { get; } = new();

    /// <summary>What Registration was told of teams, by exhibitor: the newest.</summary>
    public ConcurrentDictionary<Guid, StandTeamChanged> Teams { get; } = new();

    public ConcurrentQueue<TellTicketHolder> Letters { get; } = new();

    /// <summary>An exhibitor with an address of its own and these stands booked.</summary>
    public async Task<Trade> Trade(Fair fair, string name = "Stadtwerke", params string[] stands)
    {
        var id = Guid.CreateVersion7();
        await fair.Do(new Work()
            .On(Exhibitor.Stream(id), Exhibitor.Decider, new SignUpExhibitor(fair.Id))
            .On(Exhibitor.Stream(id), Exhibitor.Decider, new ConfirmAddress())
            .Then(commit => commit.Write(new PersonalRow(id, fair.Id, name, "Ada Amt", $"{id:N}@example.org", "", "de"))));
        foreach (var number in stands) await Place(fair, id, number);
        var browser = As();
        await browser.Open(await Services.GetRequiredService<ExhibitorLinks>().Path(fair.Slug, id, default));
        return new(this, fair, id, browser);
    }

    public async Task<Guid> Place(Fair fair, Guid exhibitor, string number)
    {
        var booking = Guid.CreateVersion7();
        await fair.Do(new Work()
            .On(Stand.Stream(fair[number].Id), Stand.Decider, new PlaceAtStand(booking, exhibitor, Clock.Now))
            .On(Exhibitor.Stream(exhibitor), Exhibitor.Decider, new PlaceExhibitor(booking, fair[number].Id, 0, null)));
        return booking;
    }

    public static Task Terms(Fair fair, int perStand, Guid? type) => fair.Do(new Work().On(
        Market.Stream(fair.Id), Market.Decider,
        new SetMarketTerms(fair.Id, Organisations.First,
            MarketTerms.Usual with { TeamPerStand = perStand, TicketTypeId = type })));

    /// <summary>Somebody with a ticket, and a browser that came by the link on it.</summary>
    public async Task<(Guid Ticket, string Code, Browser Browser)> Visitor(
        Fair fair, string given = "Vera", string family = "Visite")
    {
        var ticket = Guid.CreateVersion7();
        var token = Base64Url.EncodeToString([.. ticket.ToByteArray(bigEndian: true), .. new byte[24]]);
        var code = $"CODE{ticket:N}";
        Tickets.People[ticket] = new(given, family, "Stadt Ulm", $"{given}.{family}@example.org", "de");
        Tickets.Codes[code] = (fair.Id, ticket);
        await Hear(new TicketsChanged(fair.Id, [new(
            ticket, Guid.NewGuid(), Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token))), true, false,
            null)]));
        var browser = As();
        await browser.Open($"{fair.Url}/my-visits/with-ticket/{token}");
        return (ticket, code, browser);
    }

    public async Task Hear<TMessage>(TMessage message)
        where TMessage : class
    {
        await Store.Handle(new Work().Then(commit => commit.Publish(message, "test")));
        await Quiet.WaitForMessages(Services);
    }

    /// <summary>Waits until Registration was told this of an exhibitor's team.</summary>
    public Task Told(Guid exhibitor, Func<StandTeamChanged, bool> isSo) => Quiet.Until(
        Services.GetRequiredService<Wakeups>(), TimeSpan.FromSeconds(60),
        () => Task.FromResult(Teams.TryGetValue(exhibitor, out var told) && isSo(told)));

    protected override void Add(IServiceCollection services) => services.AddMarketplace()
        .AddKeyedSingleton<IPeople>(IPeople.Holders, Tickets)
        .AddSingleton<ITicketCodes>(Tickets)
        .AddToMessaging(bus => bus
            .On<StandTeamChanged>("test.hear-of-teams", (told, _) =>
            {
                Teams[told.ExhibitorId] = told;
                return new Work();
            })
            .On<TellTicketHolder>("test.hear-of-letters", (told, _) =>
            {
                Letters.Enqueue(told);
                return new Work();
            }));
}

/// <summary>An exhibitor of a test, with their browser.</summary>
public sealed record Trade(PeopleHost Host, Fair Fair, Guid Id, Browser Browser)
{
    public string Url => $"{Fair.Url}/exhibit";

    public async Task<Exhibitor> Now() => (await Host.Store.Load(Exhibitor.Stream(Id), Exhibitor.Decider)).State;

    public async Task<Page> AddPerson(string given, string family = "Muster") => await Browser.Send(
        await Browser.Open($"{Url}/team"), $"{Url}/team",
        ("given", given), ("family", family), ("email", $"{given}@example.org"), ("language", "de"));
}

/// <summary>Stands in for Registration: people by ticket, tickets by code.</summary>
public sealed class KnownTickets : IPeople, ITicketCodes
{
    public ConcurrentDictionary<Guid, KnownPerson> People { get; } = new();

    public ConcurrentDictionary<string, (Guid EventId, Guid Ticket)> Codes { get; } = new();

    public Task<IReadOnlyDictionary<Guid, KnownPerson>> Find(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, KnownPerson>>(
            ids.Where(People.ContainsKey).Distinct().ToDictionary(id => id, id => People[id]));

    public Task<Guid?> Find(Guid eventId, string text, CancellationToken ct) =>
        Task.FromResult(Codes.TryGetValue(text.Trim(), out var found) && found.EventId == eventId ? found.Ticket : (Guid?)null);
}
