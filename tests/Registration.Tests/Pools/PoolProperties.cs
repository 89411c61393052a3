using EventOps.Registration.Pools;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Registration.Tests.Pools;

public class PoolProperties
{
    private static readonly Guid[] s_people = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];

    private static readonly Gen<Guid[]> s_some =
        from count in Gen.Choose(1, 4)
        from people in Gen.Shuffle(s_people)
        select people[..count];

    private static readonly Gen<DateTimeOffset?> s_until = Gen.Elements<DateTimeOffset?>(null, DateTimeOffset.UnixEpoch);

    private static readonly Gen<PoolCommand> s_command = Gen.OneOf(
        from some in s_some from until in s_until select (PoolCommand)new TakePlaces(some, until),
        s_some.Select(some => (PoolCommand)new ConfirmPlaces(some)),
        s_some.Select(some => (PoolCommand)new ReleasePlaces(some)),
        s_some.Select(some => (PoolCommand)new LapsePlaces(some)),
        Gen.Choose(-1, 8).Select(capacity => (PoolCommand)new ChangeCapacity(capacity)));

    private static readonly Arbitrary<PoolCommand[]> s_lives = Arb.From(Gen.ArrayOf(s_command));

    [Fact]
    public void At_no_moment_are_more_places_taken_than_there_are() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(s_lives, life => States(life).All(state => state.Taken <= state.Capacity)));

    [Fact]
    public void A_command_sent_twice_changes_nothing_the_second_time() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(s_lives, Arb.From(s_command), (life, command) =>
        {
            var once = Step(States(life).Last(), command);
            var again = Pool.Decide(command, once);
            return again.Events.Count == 0;
        }));

    private static IEnumerable<Pool> States(PoolCommand[] life)
    {
        var pool = Pool.Evolve(Pool.Decider.Initial, new PoolOpened(Guid.NewGuid(), 4));
        yield return pool;
        foreach (var command in life)
        {
            foreach (var happened in Pool.Decide(command, pool).Events)
                yield return pool = Pool.Evolve(pool, happened);
        }
    }

    private static Pool Step(Pool pool, PoolCommand command) => Pool.Decide(command, pool).Events.Aggregate(pool, Pool.Evolve);
}
