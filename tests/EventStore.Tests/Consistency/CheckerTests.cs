using EventOps.Support.Consistency;

namespace EventOps.EventStore.Tests.Consistency;

/// <summary>The checker finds every planted violation, and nothing in a clean run.</summary>
public sealed class CheckerTests
{
    private static readonly DateTimeOffset s_start = new(2017, 10, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_clean_history_is_clean()
    {
        Op[] ops = [Op("a", Result.Ok, 1), Op("b", Result.Fail, 2), Op("c", Result.Info, 3), Op("c", Result.Ok, 5)];

        Assert.Empty(Presence.Check(ops, [Saw(2, "a"), Saw(4, "a", "c"), Saw(9, "a", "c")]));
        Assert.Empty(OnceOnly.Effects(ops, ["a", "c"]));
        Assert.Empty(Capacity.Check(
            [new("p", 1, 2, 0, 0), new("p", 2, null, 1, 0, "h"), new("p", 3, null, -1, 1, "h"), new("p", 4, null, 0, 1)],
            [new("p", Tickets: 2, Waiting: 3)]));
        Assert.Empty(Store.Applied("view", [1, 2, 5], [1, 2, 5]));
    }

    [Fact]
    public void A_lost_acknowledgement_is_found() =>
        Finds("C1", "lost", Presence.Check([Op("a", Result.Ok, 1)], [Saw(0), Saw(2)]));

    [Fact]
    public void A_read_that_began_before_the_acknowledgement_proves_nothing() =>
        Assert.Empty(Presence.Check([Op("a", Result.Ok, 3)], [Saw(2), Saw(4, "a")]));

    [Fact]
    public void A_phantom_is_found() =>
        Finds("C1", "phantom", Presence.Check([Op("a", Result.Fail, 1)], [Saw(2, "a")]));

    [Fact]
    public void What_was_in_doubt_and_seen_must_stay() =>
        Finds("C1", "gone again", Presence.Check([Op("a", Result.Info, 1)], [Saw(2), Saw(3, "a"), Saw(4)]));

    [Fact]
    public void A_run_without_readers_is_no_proof() => Finds("C1", "Nobody", Presence.Check([Op("a", Result.Ok, 1)], []));

    [Fact]
    public void One_place_too_many_is_found_at_its_prefix_even_when_it_is_given_back_later() =>
        Finds("C2", "p at 3", Capacity.Check(
            [new("p", 1, 1, 0, 1), new("p", 2, null, 0, 0), new("p", 3, null, 0, 1), new("p", 4, null, 0, -1)],
            [new("p", 1, 0)]));

    [Fact]
    public void A_hold_that_is_released_twice_is_found() =>
        Finds("C2", "ended twice", Capacity.Check(
            [new("p", 1, 5, 2, 0, "h"), new("p", 2, null, -1, 0, "h"), new("p", 3, null, -1, 0, "h")], [new("p", 0, 0)]));

    [Fact]
    public void A_free_place_beside_a_waiter_is_found() =>
        Finds("C2", "wait beside", Capacity.Check([new("p", 1, 2, 0, 1)], [new("p", 1, 1)]));

    [Fact]
    public void A_ticket_without_a_place_is_found() =>
        Finds("C2", "tickets", Capacity.Check([new("p", 1, 2, 0, 1)], [new("p", 2, 0)]));

    [Fact]
    public void A_lowered_capacity_is_no_oversell_but_the_next_confirmation_is()
    {
        PoolMove[] lowered = [new("p", 1, 2, 0, 2), new("p", 2, 1, 0, 0)];

        Assert.Empty(Capacity.Check(lowered, [new("p", 2, 0)]));
        Finds("C2", "p at 3", Capacity.Check([.. lowered, new("p", 3, null, 0, 1)], [new("p", 3, 0)]));
    }

    [Fact]
    public void Two_green_answers_of_the_server_are_found() => Finds("C3", "2 times by the server", Scans.Check(
        [Scan("1", "A", 1), Scan("2", "B", 2)], new HashSet<string> { "1", "2" }, new HashSet<string> { "2" }));

    [Fact]
    public void After_an_exit_the_next_entry_is_green_again() => Assert.Empty(Scans.Check(
        [Scan("1", "A", 1), Scan("2", "B", 2) with { Exit = true }, Scan("3", "A", 3)],
        new HashSet<string> { "1", "2", "3" }, new HashSet<string>()));

    [Fact]
    public void An_offline_surplus_must_be_on_record()
    {
        Scan[] scans = [Scan("1", "A", 1) with { Online = false }, Scan("2", "B", 2) with { Online = false }];
        var logged = new HashSet<string> { "1", "2" };

        Assert.Empty(Scans.Check(scans, logged, new HashSet<string> { "2" }));
        Finds("C3", "no conflict on record", Scans.Check(scans, logged, new HashSet<string>()));
        Finds("C3", "missing from the log", Scans.Check(scans, new HashSet<string> { "1" }, new HashSet<string> { "2" }));
    }

    [Fact]
    public void A_double_effect_is_found() => Finds("C4", "2 times", OnceOnly.Effects([Op("a", Result.Ok, 1)], ["a", "a"]));

    [Fact]
    public void Different_answers_to_one_request_are_found() => Finds("C4", "different answers", OnceOnly.Effects(
        [Op("a", Result.Ok, 1) with { Value = "seat 1" }, Op("a", Result.Ok, 2) with { Value = "seat 2" }], ["a"]));

    [Fact]
    public void A_second_mail_is_found_unless_the_first_was_in_doubt()
    {
        Mail[] mails = [new("x@example.org", "ticket", "t1", "<1@here>"), new("x@example.org", "ticket", "t1", "<1@here>")];

        Assert.Empty(OnceOnly.Mails(mails, new HashSet<string> { "<1@here>" }));
        Finds("C4", "2 times", OnceOnly.Mails(mails, new HashSet<string>()));
        Finds("C4", "3 times", OnceOnly.Mails([.. mails, mails[0]], new HashSet<string> { "<1@here>" }));
    }

    [Fact]
    public void A_skipped_doubled_invented_or_disordered_event_is_found()
    {
        Finds("C6", "skipped 2", Store.Applied("view", [1, 3], [1, 2, 3]));
        Finds("C6", "applied 2 2 times", Store.Applied("view", [1, 2, 2], [1, 2]));
        Finds("C6", "not stored", Store.Applied("view", [1, 2], [1]));
        Finds("C6", "applied 2 after 3", Store.Applied("view", [1, 3, 2], [1, 2, 3]));
    }

    [Fact]
    public async Task A_gap_in_a_stream_and_a_wrong_row_are_found_in_the_database()
    {
        await using var at = await TestStore.Create(model => model.Inline(TallyModel.Inline));
        for (var i = 0; i < 30; i++)
            await at.Add($"tally-{i % 3}", 1);
        Assert.Empty(await Store.Streams(at.Database));
        Assert.Empty(await Store.Rebuilt(at.Database, at.Model));

        await at.Execute("update tests.tallies set total = total + 1 where stream = 'tally-1'");
        Finds("C6", "differs", await Store.Rebuilt(at.Database, at.Model));
        await at.Execute("delete from eventops.mt_events where stream_id = 'tally-2' and version = 4");
        Finds("C6", "tally-2 has a gap", await Store.Streams(at.Database));
    }

    [Fact]
    public void A_run_without_faults_or_contention_proves_nothing()
    {
        var history = new History();
        Finds("validity", "No fault fired", history.ProvesNothing(contended: 3));
        history.Fault("killed a host");
        Finds("validity", "No two", history.ProvesNothing(contended: 0));
        history.Add(Op("a", Result.Ok, 1));
        Assert.Empty(history.ProvesNothing(contended: 3));
    }

    private static void Finds(string rule, string what, IEnumerable<Violation> violations) =>
        Assert.Contains(
            violations, violation => violation.Rule == rule && violation.What.Contains(what, StringComparison.Ordinal));

    private static Op Op(string key, Result result, int second) =>
        new(1, "register", key, s_start.AddSeconds(second - 0.5), s_start.AddSeconds(second), result);

    private static Sighting Saw(int second, params string[] keys) => new(s_start.AddSeconds(second), keys.ToHashSet());

    private static Scan Scan(string id, string device, long order) =>
        new(id, "ticket", "main", device, order, Green: true, Online: true);
}
