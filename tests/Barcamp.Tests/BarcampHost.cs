using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Tests;

/// <summary>This module alone behind real HTTP over a database of its own. Share one per test class; tests make barcamps of their own in it.</summary>
public sealed class BarcampHost() : ModuleHost(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))
{
    /// <summary>Mails that Registration was asked for.</summary>
    public ConcurrentQueue<TellTicketHolder> Letters { get; } = new();

    /// <summary>What Registration was told of gates at rooms.</summary>
    public ConcurrentQueue<RoomGatesChosen> RoomGates { get; } = new();

    protected override void Add(IServiceCollection services) => services.AddBarcamp()
        .AddToMessaging(bus => bus.On<TellTicketHolder>("test.hear-of-letters", (asked, _) =>
        {
            Letters.Enqueue(asked);
            return new Work();
        }).On<RoomGatesChosen>("test.hear-of-room-gates", (told, _) =>
        {
            RoomGates.Enqueue(told);
            return new Work();
        }));

    protected override void Map(WebApplication app) => app.MapBarcamp();

    /// <summary>A barcamp of two rooms and three times in a row.</summary>
    public async Task<PlannedBarcamp> Plan(int? starsEach = null)
    {
        var id = Guid.CreateVersion7();
        var slug = $"camp-{id.ToString()[^12..]}";
        await Database.Execute($"""
            insert into barcamp.events values ('{id}', '{Organisations.First}', 1, '{slug}', 'BarCamp', 'BarCamp',
              '2026-11-23 08:00Z', '2026-11-23 17:00Z', 'Europe/Berlin', true)
            """);
        var rules = BarcampRules.Usual with { Title = new("BarCamp", "BarCamp"), StarsEach = starsEach };
        List<Room> rooms = [new(Guid.NewGuid(), "Saal", 100, ["beamer"], [], 1), new(Guid.NewGuid(), "Werkstatt", 20, [], [], 2)];
        var day = new DateTime(2026, 11, 23);
        List<Slot> slots = [.. Enumerable.Range(10, 3).Select(hour => new Slot(Guid.NewGuid(), day.AddHours(hour), day.AddHours(hour).AddMinutes(45), null))];
        var work = new Work()
            .On(Barcamps.Barcamp.Stream(id), Barcamps.Barcamp.Decider, new PlanBarcamp(Organisations.First, rules));
        foreach (var room in rooms) work.On(Board.Stream(id), Board.Decider, new SetRoom(room));
        foreach (var slot in slots) work.On(Board.Stream(id), Board.Decider, new SetSlot(slot));
        Assert.Null((await Store.Handle(work)).Refusal);
        return new(this, id, slug, rooms, slots);
    }
}

/// <summary>A barcamp in a test's database.</summary>
public sealed record PlannedBarcamp(BarcampHost Host, Guid Id, string Slug, IReadOnlyList<Room> Rooms, IReadOnlyList<Slot> Slots)
{
    public string Url => $"/events/{Slug}";

    public async Task<Board> Now() => (await Host.Store.Load(Board.Stream(Id), Board.Decider)).State;

    /// <summary>Somebody with a ticket, who has followed its link.</summary>
    public async Task<(Browser Browser, Guid Ticket)> Participant()
    {
        var (ticket, bytes) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(40));
        ticket.TryWriteBytes(bytes.AsSpan(0, 16), bigEndian: true, out _);
        var token = Base64Url.EncodeToString(bytes);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
        await Host.Database.Execute($"insert into barcamp.participants values ('{ticket}', '{Id}', '\\x{hash}', true, true)");
        var browser = Host.As();
        await browser.Open($"{Url}/board/with-ticket/{token}");
        return (browser, ticket);
    }

    /// <summary>Proposes by the form, as a person does; gives the proposal's id.</summary>
    public async Task<Guid> Propose(Browser browser, string title, string name = "Leonie Brandhofer")
    {
        var form = await browser.Open($"{Url}/proposals/new");
        var page = await browser.Send(form, $"{Url}/proposals/new", ("title", title), ("name", name), ("then", "submit"));
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        return Guid.Parse(page.Url.Split('/')[^1]);
    }

    /// <summary>A moderator puts it on the board.</summary>
    public async Task Place(Guid proposal, int room, int slot, params Guid[] hosts)
    {
        var outcome = await Host.Store.Handle(new Work()
            .On(Board.Stream(Id), Board.Decider, new AcceptSession(proposal, proposal, hosts, Wishes.None, Host.Clock.Now))
            .On(Board.Stream(Id), Board.Decider, new PlaceSession(proposal, Rooms[room].Id, Slots[slot].Id, long.MaxValue, Host.Clock.Now)));
        Assert.Null(outcome.Refusal);
    }

    public async Task<Page> Star(Browser browser, Guid proposal)
    {
        var page = await browser.Open($"{Url}/proposals/{proposal}");
        return await browser.Send(page, $"{Url}/board/stars", ("give", proposal.ToString()));
    }
}
