using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Hearing;

namespace EventOps.Registration.Tests.CheckingIn;

public sealed class RoomGateTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task Who_is_in_the_house_may_be_scanned_in_at_one_room_after_the_other()
    {
        var planned = await PlannedEvent.In(host, gates: ["Nord", "Saal", "Werkstatt"]);
        await Rooms(planned, 1, "Saal", "Werkstatt");
        using var gate = new Gate(host, planned);
        var (id, code) = await gate.Ticket();
        foreach (var (at, type, where, present) in new (string, string, string?, bool)[]
        {
            ("Nord", "entry", "Nord", true), ("Saal", "entry", "Saal", true), ("Werkstatt", "entry", "Werkstatt", true),
            ("Saal", "entry", "Saal", true), ("Saal", "exit", null, true), ("Werkstatt", "entry", "Werkstatt", true),
            ("Nord", "exit", null, false),
        })
        {
            using var door = new Gate(host, planned, at);
            Assert.Equal("ok", (await door.Scan(code, type)).Result);
            Assert.Equal((where, present), await Now(id));
        }
    }

    [Fact]
    public async Task Who_comes_through_a_rooms_gate_first_has_arrived()
    {
        var planned = await PlannedEvent.In(host, gates: ["Nord", "Saal"]);
        await Rooms(planned, 1, "Saal");
        using var gate = new Gate(host, planned, "Saal");
        var (id, code) = await gate.Ticket();
        var nonce = Guid.NewGuid();
        for (var sent = 0; sent < 2; sent++) Assert.Equal("ok", (await gate.Scan(code, more: new { nonce })).Result);
        Assert.Equal(("Saal", true), await Now(id));
        Assert.Equal(1L, await host.Database.Read<long>($"select count(*) from registration.scans where attendee_id = '{id}'"));
        Assert.Equal("ok", (await gate.Scan(code, "exit")).Result);
        Assert.Equal((null, false), await Now(id));
        Assert.Equal("not-inside", (await gate.Scan(code, "exit")).Result);
    }

    [Fact]
    public async Task At_other_gates_a_second_entry_is_refused_as_ever()
    {
        var planned = await PlannedEvent.In(host, gates: ["Nord", "Saal"]);
        await Rooms(planned, 2, "Saal");
        await Rooms(planned, 1, "Nord"); // older, and late
        using var gate = new Gate(host, planned);
        var (id, code) = await gate.Ticket();
        await gate.Scan(code);
        Assert.Equal("already-checked-in", (await gate.Scan(code)).Result);
        Assert.Equal(("Nord", true), await Now(id));
    }

    private async Task Rooms(PlannedEvent planned, long version, params string[] gates) =>
        await host.Store.Handle(
            new Work().Then(commit => commit.Write(new OnRoomGatesChosen.Row(new RoomGatesChosen(planned.Id, version, gates)))));

    private async Task<(string? Gate, bool Present)> Now(Guid id) => (
        await host.Database.Read<string>($"select coalesce(last_gate, '') from registration.attendees where attendee_id = '{id}'") is { Length: > 0 } gate ? gate : null,
        await host.Database.Read<bool>($"select present from registration.attendees where attendee_id = '{id}'"));
}
