using EventOps.EventStore;

namespace EventOps.Messaging.Tests;

public sealed class RefusalTests
{
    private static readonly Decider<string, object, string> s_never = new(
        "never", new(), (_, _) => new Never(), (state, _) => state);

    [Fact]
    public async Task A_refused_message_counts_as_handled_and_is_not_tried_again()
    {
        var tries = 0;
        await using var bus = await Bus.Start(messages => messages.On<Noted>("refused", (_, handling) =>
        {
            Interlocked.Increment(ref tries);
            return new Work().On("never-1", s_never, "do it");
        }));

        await bus.Publish("key", 1);
        await bus.Quiet();

        Assert.Equal(1, tries);
        Assert.Equal("Never", await bus.Read<string>("select note from messaging.handled"));
    }

    [Fact]
    public async Task A_handler_may_answer_a_refusal_with_other_work()
    {
        await using var bus = await Bus.Start(messages => messages.On<Noted>("refused", (message, handling) =>
        {
            handling.IfRefused(_ => Bus.Leave("answer", handling, message.Number));
            return new Work().On("never-1", s_never, "do it");
        }));

        await bus.Publish("key", 1);
        await bus.Quiet();

        Assert.Equal([new Effect("answer", "key", 1)], await bus.AllEffects());
    }

    private sealed record Never : Refusal;
}
