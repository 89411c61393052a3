using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Ticketing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.CheckingIn;

public class VerdictTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task A_ticket_opens_the_gate_and_tells_who_comes()
    {
        var (_, gate) = await Open();
        var (_, code) = await gate.Ticket("Aylin", "Yüksel-Maier");

        var answer = await gate.Scan(code);

        Assert.Equal(("ok", null), (answer.Result, answer.Reason));
        Assert.Equal(("Aylin Yüksel-Maier, Universität Passau", "Stadt"), (answer.Holder, answer.Type));
        Assert.Equal(1, answer.Json.GetProperty("ticketType").GetProperty("tone").GetInt32());
        Assert.Equal("Nord", answer.FirstGate);
    }

    [Fact]
    public async Task A_second_scan_says_when_and_where_the_first_one_was()
    {
        var (planned, gate) = await Open();
        using var south = new Gate(host, planned, "Süd");
        var (_, code) = await gate.Ticket();
        await gate.Scan(code);

        var answer = await south.Scan(code);

        Assert.Equal("already-checked-in", answer.Result);
        Assert.Equal("Zuerst gescannt: heute, 9:03 Uhr, Nord.", answer.Reason);
        Assert.Equal(("Nord", "Paulina Oberhuber, Universität Passau"), (answer.FirstGate, answer.Holder));
        Assert.Equal(host.Clock.Now, answer.Json.GetProperty("firstScan").GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_reason_comes_in_the_language_of_the_device()
    {
        var (planned, gate) = await Open();
        using var english = new Gate(host, planned, language: "en");
        var (_, code) = await gate.Ticket();
        await gate.Scan(code);

        Assert.Equal("First scanned: today, 9:03 am, Nord.", (await english.Scan(code)).Reason);
    }

    [Fact]
    public async Task Whoever_was_only_outside_comes_in_again()
    {
        var (planned, gate) = await Open();
        var (id, code) = await gate.Ticket();
        await gate.Scan(code);

        Assert.Equal("ok", (await gate.Scan(code, more: new { wasOnlyOutside = true })).Result);
        Assert.True(((AttendeeCheckedIn)(await host.Store.Read(Attendee.Stream(id)))[^1].Event).WasInside);
        Assert.Equal(
            2L, await host.Database.Read<long>($"select count(*) from registration.scans where event_id = '{planned.Id}'"));
    }

    [Fact]
    public async Task Out_and_in_again_is_scanned_at_the_gate()
    {
        var (_, gate) = await Open();
        var (_, code) = await gate.Ticket();

        Assert.Equal("not-inside", (await gate.Scan(code, "exit")).Result);
        Assert.Equal("ok", (await gate.Scan(code, "entry")).Result);
        Assert.Equal("ok", (await gate.Scan(code, "exit")).Result);
        Assert.Equal("not-inside", (await gate.Scan(code, "exit")).Result);
        Assert.Equal("ok", (await gate.Scan(code)).Result);
    }

    [Fact]
    public async Task Lists_are_independent_of_each_other()
    {
        var (_, gate) = await Open();
        var (_, code) = await gate.Ticket();

        Assert.Equal("ok", (await gate.Scan(code)).Result);
        Assert.Equal("ok", (await gate.Scan(code, more: new { list = "lunch" })).Result);
        Assert.Equal("already-checked-in", (await gate.Scan(code, more: new { list = "lunch" })).Result);
    }

    [Fact]
    public async Task A_place_that_was_given_back_says_since_when()
    {
        var (_, gate) = await Open();
        var (id, code) = await gate.Ticket("Jannik", "Oberstetter");
        await host.Store.Handle(Attendee.Stream(id), Attendee.Decider, new CancelTicket());

        var answer = await gate.Scan(code);

        Assert.Equal(("cancelled", "Der Platz wurde am 23. November 2026 zurückgegeben."), (answer.Result, answer.Reason));
        Assert.StartsWith("Jannik Oberstetter", answer.Holder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_opens_nothing()
    {
        var (_, gate) = await Open();
        var (_, code) = await gate.Ticket(confirmBy: host.Clock.Now.AddDays(2));

        Assert.Equal("not-confirmed", (await gate.Scan(code)).Result);
    }

    [Fact]
    public async Task A_ticket_of_another_event_tells_nothing_of_its_holder()
    {
        var (_, gate) = await Open();
        var (_, elsewhere) = await Open();
        var (_, code) = await elsewhere.Ticket();

        var answer = await gate.Scan(code);

        Assert.Equal(("other-event", null, null), (answer.Result, answer.Holder, answer.Type));
    }

    [Fact]
    public async Task A_code_may_open_later_than_the_event()
    {
        var (planned, gate) = await Open();
        var id = await planned.SignUp(host);
        var (keyId, key) = await host.Services.GetRequiredService<SigningKeys>().Current(default);
        var evening = new TicketCode(keyId, planned.Id, id, 1, host.Clock.Now.AddDays(30), host.Clock.Now.AddDays(40)).Sign(key);

        Assert.Equal("not-yet-valid", (await gate.Scan(evening)).Result);
    }

    [Fact]
    public async Task After_the_event_nothing_opens_but_what_was_scanned_in_time()
    {
        var (_, gate) = await Open();
        var (id, code) = await gate.Ticket();
        var before = host.Clock.Now;
        host.Clock.Now = before.AddDays(25);
        try
        {
            Assert.Equal("expired", (await gate.Scan(code)).Result);
            Assert.Equal("expired", (await gate.Scan(ShortCode.Of(id))).Result);
            Assert.Equal("ok", (await gate.Scan(code, more: new { at = before.AddDays(21) })).Result);
        }
        finally
        {
            host.Clock.Now = before;
        }
    }

    [Theory]
    [InlineData("K7MQ 4RZP X2VD")]
    [InlineData("https://example.org/poster")]
    [InlineData("🎟️ \u202Etürk\u0000")]
    [InlineData("'; drop table registration.scans; --")]
    public async Task What_is_no_ticket_is_unknown(string text)
    {
        var (_, gate) = await Open();

        Assert.Equal("unknown", (await gate.Scan(text)).Result);
    }

    private async Task<(PlannedEvent Planned, Gate Gate)> Open()
    {
        var planned = await PlannedEvent.In(host);
        return (planned, new Gate(host, planned));
    }
}
