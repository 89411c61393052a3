using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EventOps.Registration.Attendees;

namespace EventOps.Registration.Tests.CheckingIn;

public class NonceTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    [Fact]
    public async Task The_same_nonce_gets_the_same_answer_and_is_one_row()
    {
        var (planned, gate) = await Open();
        var (id, code) = await gate.Ticket();
        var nonce = Guid.NewGuid();

        var first = await gate.Scan(code, more: new { nonce });
        var second = await gate.Scan(code, more: new { nonce });

        Assert.Equal(first.Json.GetRawText(), second.Json.GetRawText());
        Assert.Equal("ok", second.Result);
        Assert.Equal(1L, await Rows(planned));
        Assert.Single(await host.Store.Read(Attendee.Stream(id)), recorded => recorded.Event is AttendeeCheckedIn);
        Assert.Equal(
            nonce, await host.Database.Read<Guid>($"select scan_id from registration.scans where event_id = '{planned.Id}'"));
    }

    [Fact]
    public async Task A_refused_scan_sent_again_is_refused_again_even_if_it_would_fit_now()
    {
        var (planned, gate) = await Open();
        var (id, code) = await gate.Ticket(confirmBy: host.Clock.Now.AddDays(1));
        var nonce = Guid.NewGuid();
        var first = await gate.Scan(code, more: new { nonce });
        await EventStore.EventStoreExtensions.Handle(host.Store, Attendee.Stream(id), Attendee.Decider, new ConfirmTicket());

        var second = await gate.Scan(code, more: new { nonce });

        Assert.Equal(("not-confirmed", "not-confirmed"), (first.Result, second.Result));
        Assert.Equal(1L, await Rows(planned));
        Assert.Equal("ok", (await gate.Scan(code)).Result);
    }

    [Fact]
    public async Task A_first_scan_sent_again_after_others_keeps_its_answer()
    {
        var (planned, gate) = await Open();
        var (_, code) = await gate.Ticket();
        var nonce = Guid.NewGuid();
        await gate.Scan(code, more: new { nonce });
        await gate.Scan(code, "exit");
        await gate.Scan(code);
        await gate.Scan(code, "exit");

        Assert.Equal("ok", (await gate.Scan(code, more: new { nonce })).Result);
        Assert.Equal(4L, await Rows(planned));
        Assert.Equal("not-inside", (await gate.Scan(code, "exit")).Result);
    }

    [Fact]
    public async Task A_nonce_belongs_to_one_reading()
    {
        var (planned, gate) = await Open();
        var (_, code) = await gate.Ticket();
        var (_, other) = await gate.Ticket("Aylin", "Maier");
        var nonce = Guid.NewGuid();
        await gate.Scan(code, more: new { nonce });

        object[] others = [new { code = other, nonce }, new { code, nonce, type = "exit" }, new { code, nonce, list = "lunch" }];
        foreach (var body in others)
        {
            var answer = await gate.Post(body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal("nonce-reused", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        }

        Assert.Equal(1L, await Rows(planned));
        Assert.Equal("ok", (await gate.Scan(other)).Result);
    }

    [Fact]
    public async Task The_same_nonce_at_the_same_moment_is_one_scan()
    {
        var (planned, gate) = await Open();
        var (_, code) = await gate.Ticket();
        var nonce = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => gate.Scan(code, more: new { nonce })));

        Assert.All(answers, answer => Assert.Equal("ok", answer.Result));
        Assert.Equal(1L, await Rows(planned));
    }

    [Fact]
    public async Task A_nonce_need_not_be_a_uuid_and_is_then_the_device_s_own()
    {
        var (planned, gate) = await Open();
        using var other = new Gate(host, planned, "Süd");
        var (_, code) = await gate.Ticket();

        Assert.Equal("ok", (await gate.Scan(code, more: new { nonce = "door-1/42" })).Result);
        Assert.Equal("ok", (await gate.Scan(code, more: new { nonce = "door-1/42" })).Result);
        Assert.Equal("already-checked-in", (await other.Scan(code, more: new { nonce = "door-1/42" })).Result);
        Assert.Equal(2L, await Rows(planned));
    }

    [Fact]
    public async Task Unknown_and_forged_readings_are_kept_too_once_each()
    {
        var (planned, gate) = await Open();
        var (unknown, forged) = (Guid.NewGuid(), Guid.NewGuid());
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal("unknown", (await gate.Scan("AAAA BBBB CCCC", more: new { nonce = unknown })).Result);
            Assert.Equal("forged", (await gate.Scan(new string('A', 173), more: new { nonce = forged })).Result);
        }

        Assert.Equal(2L, await Rows(planned));
        Assert.Equal(2L, await host.Database.Read<long>(
            $"select count(*) from registration.scans where event_id = '{planned.Id}' and attendee_id is null and device is not null"));
    }

    private Task<long> Rows(PlannedEvent planned) =>
        host.Database.Read<long>($"select count(*) from registration.scans where event_id = '{planned.Id}'");

    private async Task<(PlannedEvent Planned, Gate Gate)> Open()
    {
        var planned = await PlannedEvent.In(host);
        return (planned, new Gate(host, planned));
    }
}
