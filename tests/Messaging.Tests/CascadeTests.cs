using EventOps.EventStore;

namespace EventOps.Messaging.Tests;

public sealed class CascadeTests
{
    private static readonly Decider<string, object, Echoed> s_recording = new(
        "recording", new(), (_, _) => new Echoed(1), (state, _) => state);

    [Fact]
    public async Task Everything_that_one_request_caused_is_handled_when_it_is_quiet()
    {
        await using var bus = await Bus.Start(messages => messages
            .On<Noted>("counting-down", (message, handling) => message.Number == 0
                ? Bus.Leave("counting-down", handling, 0)
                : new Work().Then(commit =>
                {
                    commit.Publish(new Noted(message.Number - 1), handling.Key);
                    commit.Publish(new Echoed(message.Number), handling.Key);
                }))
            .On<Echoed>("echoing", (message, handling) => Bus.Leave("echoing", handling, message.Number)));

        await bus.Publish("key", 5, correlation: "request-1");
        await bus.Quiet("request-1");

        Assert.Equal([5, 4, 3, 2, 1], (await bus.AllEffects()).Where(e => e.Handler == "echoing").Select(e => e.Number));
        Assert.Equal(6, (await bus.Numbers()).Count);
    }

    [Fact]
    public async Task What_a_handler_records_names_the_request_and_the_message_that_caused_it()
    {
        await using var bus = await Bus.Start(messages => messages
            .On<Noted>("recording", (_, _) => new Work().Start("recording-1", s_recording, "record")));
        var id = Guid.NewGuid();

        await bus.Publish("key", 1, id: id, correlation: "request-2");
        await bus.Quiet("request-2");

        var recorded = Assert.Single(await bus.Store.Read("recording-1"));
        Assert.Equal(("request-2", id.ToString()), (recorded.Metadata.CorrelationId, recorded.Metadata.CausationId));
    }

    [Fact]
    public async Task An_edge_acts_at_least_once_with_the_same_id_in_each_attempt()
    {
        var sent = new List<(Guid Id, int Attempt)>();
        await using var bus = await Bus.Start(messages => messages.OnEdge<Noted>("sending", (_, handling, _) =>
        {
            sent.Add((handling.MessageId, handling.Attempt));
            return handling.Attempt < 3 ? throw new IOException("The mail server hung up.") : Task.CompletedTask;
        }, new Retrying(5, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1))));
        var id = Guid.NewGuid();

        await bus.Publish("key", 1, id: id);
        await bus.Quiet();

        Assert.Equal([(id, 1), (id, 2), (id, 3)], sent);
        Assert.Equal("sending", await bus.Read<string>("select handler from messaging.handled"));
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_tried_again()
    {
        var cancelled = false;
        await using var bus = await Bus.Start(messages => messages.OnEdge<Noted>("hanging", async (_, handling, ct) =>
        {
            if (handling.Attempt > 1) return;
            using var noticed = ct.Register(() => cancelled = true);
            await Task.Delay(Timeout.Infinite, ct);
        }), new MessagingSettings { Lease = TimeSpan.FromSeconds(1) });

        await bus.Publish("key", 1);
        await bus.Quiet();

        Assert.True(cancelled);
    }
}
