namespace EventOps.Messaging.Tests;

public sealed class DeadLetterTests
{
    private static readonly Retrying s_twice = new(2, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1));

    private volatile bool _broken = true;

    [Fact]
    public void Waits_grow_from_a_tenth_of_a_second_to_five_minutes() => Assert.Equal(
        [100, 400, 1_600, 6_400, 25_600, 102_400, 300_000],
        Enumerable.Range(1, 7).Select(failures => Retrying.Default.After(failures).TotalMilliseconds));

    [Fact]
    public async Task A_message_that_keeps_failing_is_parked_with_its_key_and_the_rest_goes_on()
    {
        await using var bus = await Bus.Start(Failing);
        await bus.Publish("bad", 1);
        await bus.UntilParked();
        await bus.Publish("bad", 2);
        await bus.Publish("bad", 3);
        await bus.Publish("good", 4);
        await bus.Until(async () => (await bus.Numbers()).Count == 1);

        var letter = Assert.Single(await bus.DeadLetters.List());
        Assert.Equal(
            ("failing", "tests.noted.v1", "bad", "InvalidOperationException (FormatException)", 2, 2L),
            (letter.Handler, letter.Type, letter.Key, letter.Error, letter.Attempts, letter.Waiting));
        Assert.Equal([4], await bus.Numbers());
    }

    [Fact]
    public async Task A_replayed_letter_comes_before_what_waited_behind_it()
    {
        await using var bus = await Bus.Start(Failing);
        await bus.Publish("bad", 1);
        await bus.Publish("bad", 2);
        await bus.UntilParked();
        _broken = false;

        var letter = Assert.Single(await bus.DeadLetters.List());
        Assert.True(await bus.DeadLetters.Replay(letter.Id, letter.Handler));
        await bus.Quiet();

        Assert.Equal([1, 2], await bus.Numbers());
        Assert.False(await bus.DeadLetters.Replay(letter.Id, letter.Handler));
    }

    [Fact]
    public async Task A_replayed_letter_that_fails_again_is_parked_again()
    {
        await using var bus = await Bus.Start(Failing);
        await bus.Publish("bad", 1);
        await bus.UntilParked();
        var first = Assert.Single(await bus.DeadLetters.List());

        await bus.DeadLetters.Replay(first.Id, first.Handler);
        await bus.Until(async () => (await bus.DeadLetters.List()) is [var again] && again.ParkedAt > first.ParkedAt);

        Assert.Empty(await bus.Numbers());
    }

    [Fact]
    public async Task A_discarded_letter_lets_the_others_go_on_and_its_copies_are_ignored()
    {
        var id = Guid.NewGuid();
        await using var bus = await Bus.Start(Failing);
        await bus.Publish("bad", 1, id: id);
        await bus.Publish("bad", 2);
        await bus.UntilParked();
        _broken = false;

        Assert.True(await bus.DeadLetters.Discard(id, "failing"));
        await bus.Publish("bad", 1, id: id);
        await bus.Quiet();

        Assert.Equal([2], await bus.Numbers());
        Assert.False(await bus.DeadLetters.Discard(id, "failing"));
    }

    [Fact]
    public async Task A_handler_that_fails_does_not_hold_up_another_handler_of_the_same_message()
    {
        await using var bus = await Bus.Start(messages => Failing(messages
            .On<Noted>("leaving", (message, handling) => Bus.Leave("leaving", handling, message.Number))));

        await bus.Publish("bad", 1);
        await bus.UntilParked();
        await bus.Until(async () => (await bus.Numbers()).Count == 1);

        Assert.Equal([new Effect("leaving", "bad", 1)], await bus.AllEffects());
    }

    [Fact]
    public async Task A_stored_message_that_nobody_maps_is_parked()
    {
        await using var bus = await Bus.Start(Failing);
        await bus.Execute("""
            insert into messaging.queue (handler, key, id, type, body, published_at)
            values ('failing', 'key', gen_random_uuid(), 'tests.unknown.v9', '{}', now())
            """);
        await bus.UntilParked();

        Assert.Equal("UnknownMessageType", Assert.Single(await bus.DeadLetters.List()).Error);
    }

    private void Failing(MessagingModel messages) => messages.On<Noted>("failing", (message, handling) =>
        _broken && handling.Key == "bad"
            ? throw new InvalidOperationException("Anna Muster", new FormatException("anna@example.org"))
            : Bus.Leave("failing", handling, message.Number), s_twice);
}
