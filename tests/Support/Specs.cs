using EventOps.EventStore;
using Xunit;

namespace EventOps.Support;

/// <summary>
/// Decider specs that read as sentences: <c>Given(history).When(command).Then(events)</c>. A test class derives from it.
/// </summary>
public abstract class Specs<TCommand, TState, TEvent>(Decider<TCommand, TState, TEvent> decider)
    where TState : class
    where TEvent : class
{
    /// <summary>What happened on the stream before, oldest first; nothing for a new stream.</summary>
    protected History Given(params TEvent[] history) => new(decider, history);

    /// <summary>A stream's history.</summary>
    public sealed class History(Decider<TCommand, TState, TEvent> decider, IReadOnlyList<TEvent> events)
    {
        /// <summary>The command that comes now.</summary>
        public Answer When(TCommand command) => new(decider.Decide(command, decider.Fold(events)));

        /// <summary>The state that the history leads to.</summary>
        public TState State => decider.Fold(events);
    }

    /// <summary>What the decider says.</summary>
    public sealed class Answer(Decision<TEvent> decision)
    {
        /// <summary>Exactly these events, in this order, are recorded.</summary>
        public void Then(params TEvent[] events)
        {
            Assert.Null(decision.Refusal);
            Assert.Equal(events.Select(happened => happened.GetType()), decision.Events.Select(happened => happened.GetType()));
            foreach (var (expected, actual) in events.Zip(decision.Events))
                Assert.Equivalent(expected, actual, strict: true);
        }

        /// <summary>Nothing is recorded and nothing refused: it is done already.</summary>
        public void ThenNothing()
        {
            Assert.Null(decision.Refusal);
            Assert.Empty(decision.Events);
        }

        /// <summary>Refused with exactly these facts.</summary>
        public void ThenRefused(Refusal refusal)
        {
            Assert.Empty(decision.Events);
            Assert.IsType(refusal.GetType(), decision.Refusal);
            Assert.Equivalent(refusal, decision.Refusal, strict: true);
        }
    }
}
