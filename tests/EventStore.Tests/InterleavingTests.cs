using FsCheck;
using FsCheck.Fluent;

namespace EventOps.EventStore.Tests;

/// <summary>Whatever comes from two hosts at once: the store holds what one caller after the other would have led to.</summary>
public sealed class InterleavingTests
{
    private sealed record Sent(bool OtherHost, int Stream, int? AlsoStream, int By);

    [Fact]
    public async Task Any_interleaving_over_two_hosts_is_some_sequence_of_the_same_commands()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        var other = at.OtherHost(model => model.Inline(TallyModel.Inline));
        var run = 0;
        var sent = from otherHost in ArbMap.Default.GeneratorFor<bool>()
                   from stream in Gen.Choose(0, 3)
                   from also in Gen.Choose(0, 7)
                   from amount in Gen.Frequency((9, Gen.Choose(1, 300)), (1, Gen.Constant(0)))
                   select new Sent(otherHost, stream, also < 4 && also != stream ? also : null, amount);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Arb.From(Gen.ListOf(sent)), commands =>
            Holds(at, other, $"run{++run}", commands).GetAwaiter().GetResult()));
    }

    private static async Task<bool> Holds(TestStore at, TestStore other, string run, IReadOnlyCollection<Sent> commands)
    {
        var outcomes = await Task.WhenAll(commands.Select(sent => (sent.OtherHost ? other : at).Store.Handle(WorkOf(run, sent))));

        var stored = outcomes.SelectMany(outcome => outcome.Events).ToList();
        foreach (var stream in Enumerable.Range(0, 4).Select(number => $"{run}-{number}"))
        {
            var history = await at.Store.Read(stream);
            var (state, version) = await other.Store.Load(stream, Tally.Decider);
            var row = await at.Read<long>($"select count from tests.tallies where stream = '{stream}'");
            if (history.Where((recorded, place) => recorded.Version != place + 1).Any()) return false;
            if (Tally.Decider.Fold(history.Select(e => e.Event)) != state || version != history.Count) return false;
            if (row != history.Count) return false;
            if (!EachWasAllowed(history) || state.Total > Tally.Most) return false;
            var told = stored.Where(e => e.Stream == stream).Select(e => e.Id).ToHashSet();
            if (!told.SetEquals(history.Select(e => e.Id))) return false;
        }

        // All or nothing: a work that touched two streams has events in both or in none.
        return commands.Zip(outcomes).All(pair => pair.Second.Refusal is not null
            ? pair.Second.Events.Count == 0
            : pair.First.By == 0 || pair.Second.Events.Count == (pair.First.AlsoStream is null ? 1 : 2));
    }

    /// <summary>Replays the history one event at a time: the decider must have allowed each on exactly the state before it.</summary>
    private static bool EachWasAllowed(IReadOnlyList<Recorded> history)
    {
        var state = Tally.Decider.Initial;
        foreach (var recorded in history)
        {
            object command = recorded.Event is Added added ? new Add(added.By) : new Clear();
            var decision = Tally.Decider.Decide(command, state);
            if (decision is not { Refusal: null, Events: [var decided] } || !decided.Equals(recorded.Event)) return false;
            state = Tally.Decider.Evolve(state, recorded.Event);
        }

        return true;
    }

    private static Work WorkOf(string run, Sent sent)
    {
        object command = sent.By == 0 ? new Clear() : new Add(sent.By);
        var work = new Work().On($"{run}-{sent.Stream}", Tally.Decider, command);
        return sent.AlsoStream is { } also ? work.On($"{run}-{also}", Tally.Decider, command) : work;
    }
}
