using EventOps.EventStore;
using Xunit;

namespace EventOps.Support;

/// <summary>
/// What C# does not check of a decider: every command is decided in every state, every event is evolved or listed as ignored.
/// A test class derives from it and inherits the tests.
/// </summary>
/// <param name="decider">The decider under test.</param>
/// <param name="ignored">Events that change no state on purpose.</param>
public abstract class DeciderContract<TCommand, TState, TEvent>(
    Decider<TCommand, TState, TEvent> decider, params IReadOnlyList<Type> ignored)
    where TState : class
    where TEvent : class
{
    /// <summary>The initial state, one sample of each kind of state, and what each event makes of them.</summary>
    protected virtual IReadOnlyList<TState> States
    {
        get
        {
            TState[] kinds = [decider.Initial, .. Samples.Concrete(typeof(TState)).Select(type => (TState)Samples.Of(type))];
            return [.. kinds, .. from state in kinds from happened in Events select decider.Evolve(state, happened)];
        }
    }

    private static TEvent[] Events => [.. Samples.Concrete(typeof(TEvent)).Select(type => (TEvent)Samples.Of(type))];

    [Fact]
    public void Every_command_is_decided_in_every_state()
    {
        var commands = Samples.Concrete(typeof(TCommand)).Select(type => (TCommand)Samples.Of(type)).ToList();
        Assert.NotEmpty(commands);
        foreach (var (command, state) in from command in commands from state in States select (command, state))
        {
            var failure = Record.Exception(() => decider.Decide(command, state));
            Assert.True(failure is null, $"{command!.GetType().Name} in {state.GetType().Name}: {failure?.Message}");
        }
    }

    [Fact]
    public void Every_event_is_evolved_or_listed_as_ignored()
    {
        Assert.NotEmpty(Events);
        var unseen = Events.Where(happened => States.All(state => decider.Evolve(state, happened).Equals(state)))
            .Select(happened => happened.GetType());
        Assert.Equal(ignored.OrderBy(type => type.Name), unseen.OrderBy(type => type.Name));
    }
}
