using EventOps.Barcamp.Boards;
using EventOps.Barcamp.ProposingASchedule;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.ProposingASchedule;

public class ProposalTests
{
    private static readonly Stars s_fourFansOfTwo = Stars.From(
        from voter in Enumerable.Range(0, 4) from session in new[] { 1, 2 } select (SessionId(session), voter));

    [Fact]
    public void Sessions_with_the_same_fans_are_held_one_after_the_other()
    {
        var plan = Grid(2, 2, Session(1, Cell(1, 1)), Session(2, Cell(2, 1)));
        var proposal = ScheduleProposal.For(plan, s_fourFansOfTwo, DayBefore, 1);
        var move = Assert.Single(proposal.Moves);
        Assert.Equal(SlotId(2), move.To.SlotId);
        Assert.Equal((4, 0), (move.Gains, move.Losses));
        Assert.Equal((4, 0), (proposal.Better, proposal.Worse));
        Assert.Equal((4, 8), (proposal.Scores.Before.Visits, proposal.Scores.After.Visits));
        Assert.Equal(1, proposal.Scores.Quality);
        Assert.Equal((0.5, 1), (proposal.Scores.Before.WorstTenth, proposal.Scores.After.WorstTenth));
    }

    [Fact]
    public void Nothing_moves_for_too_small_a_gain()
    {
        var plan = Grid(2, 2, Session(1, Cell(1, 1)), Session(2, Cell(2, 1)));
        Assert.Empty(ScheduleProposal.For(plan, s_fourFansOfTwo, DayBefore, 1, ScheduleRules.Usual with { ChangeWeight = 100 })
            .Moves);
    }

    [Fact]
    public void An_announced_slot_is_not_touched()
    {
        var plan = Grid(2, 2, Session(1, Cell(1, 1)), Session(2, Cell(2, 1)));
        var announced = new ScheduleRules(new HashSet<Guid> { SlotId(1) });
        Assert.Empty(ScheduleProposal.For(plan, s_fourFansOfTwo, DayBefore, 1, announced).Moves);
    }

    [Fact]
    public void The_crowd_gets_the_large_room()
    {
        var plan = Plan([Room(1, 2), Room(2, 100)], [Slot(1)], Session(1), Session(2));
        var stars = Stars.From(Enumerable.Range(0, 40).Select(voter => (SessionId(2), voter)));
        var proposal = ScheduleProposal.For(plan, stars, DayBefore, 1);
        Assert.Equal(Cell(2, 1), proposal.Moves.Single(move => move.SessionId == SessionId(2)).To);
        Assert.Equal(0, proposal.Scores.After.WithoutSeat);
    }

    [Fact]
    public void Two_that_change_places_are_one_chain()
    {
        var plan = Plan([Room(1, 2), Room(2, 100)], [Slot(1)], Session(1, Cell(2, 1)), Session(2, Cell(1, 1)));
        var stars = Stars.From(Enumerable.Range(0, 40).Select(voter => (SessionId(2), voter)));
        var moves = ScheduleProposal.For(plan, stars, DayBefore, 1).Moves;
        Assert.Equal([1, 1], moves.Select(move => move.Chain));
    }

    [Fact]
    public void All_reasons_are_named_at_once()
    {
        var plan = Grid(2, 3,
            Session(1) with { Wishes = Wishes.None with { Features = ["bühne"] } },
            Session(2) with { Wishes = Wishes.None with { NotBefore = new(20, 0) } },
            Session(3, host: 9), Session(4, host: 9), Session(5, host: 9), Session(6, host: 9),
            Session(7) with { Wishes = Wishes.None with { NotAfter = new(11, 0) } },
            Session(8) with { Wishes = Wishes.None with { NotAfter = new(11, 0) } },
            Session(10) with { Wishes = Wishes.None with { NotAfter = new(11, 0) } });
        var obstacles = ScheduleProposal.For(plan, Stars.None, DayBefore, 1).Obstacles;
        Assert.Contains(new MoreSessionsThanCells(9, 6), obstacles);
        Assert.Equal(SessionId(1), obstacles.OfType<NoRoomHasFeatures>().Single().SessionId);
        Assert.Equal(SessionId(2), obstacles.OfType<NoSlotSuitsWishes>().Single().SessionId);
        var host = obstacles.OfType<HostHasTooManySessions>().Single();
        Assert.Equal((HostId(9), 4, 3), (host.ParticipantId, host.Sessions.Count, host.Slots));
        Assert.Contains(obstacles.OfType<TooFewCellsFor>(), few =>
            few.Sessions.Contains(SessionId(7)) && few.Sessions.Contains(SessionId(10)));
        Assert.Equal(5, obstacles.Count);
    }

    [Fact]
    public void A_long_session_needs_two_slots_without_a_break_between()
    {
        var plan = Plan([Room(1)], [Slot(1), Break(2), Slot(3)], Session(1) with { Wishes = Wishes.None with { Slots = 2 } });
        Assert.Equal([new NoTwoSlotsInARow(SessionId(1))], ScheduleProposal.For(plan, Stars.None, DayBefore, 1).Obstacles);
    }

    [Fact]
    public void Two_pinned_sessions_of_one_host_are_named()
    {
        var plan = Grid(2, 1, Session(1, Cell(1, 1), host: 5) with { Pinned = true },
            Session(2, Cell(2, 1), host: 5) with { Pinned = true });
        var twice = Assert.IsType<HostFixedTwice>(Assert.Single(ScheduleProposal.For(plan, Stars.None, DayBefore, 1).Obstacles));
        Assert.Equal([SessionId(1), SessionId(2)], twice.Sessions);
    }

    [Fact]
    public void A_lost_room_is_repaired_with_one_move_where_one_is_enough()
    {
        var plan = Grid(3, 2, Session(1, Cell(1, 1)), Session(2, Cell(2, 1)), Session(3, Cell(3, 1)), Session(4, Cell(1, 2)),
            Session(5));
        var move = Assert.Single(ScheduleProposal.Repair(plan with { Rooms = [.. plan.Rooms.Take(2)] }, Stars.None, DayBefore, 1)
            .Moves);
        Assert.Equal((SessionId(3), Cell(2, 2)), (move.SessionId, move.To));
    }

    [Fact]
    public void A_lost_slot_is_repaired_by_making_room()
    {
        // The homeless one may only be at 11, where another one is that may go anywhere.
        var late = Wishes.None with { NotAfter = new(11, 45), NotBefore = new(11, 0) };
        var plan = Plan([Room(1)], [Slot(1), Slot(2), Slot(3)], Session(1, Cell(1, 2)),
            Session(2, Cell(1, 9)) with { Wishes = late });
        var moves = ScheduleProposal.Repair(plan, Stars.None, DayBefore, 1).Moves;
        Assert.Equal(2, moves.Count);
        Assert.Single(moves.Select(move => move.Chain).Distinct());
        Assert.Equal(Cell(1, 2), moves.Single(move => move.SessionId == SessionId(2)).To);
    }

    [Fact]
    public void An_empty_board_has_nothing_to_move_and_a_board_without_rooms_says_so()
    {
        Assert.Empty(ScheduleProposal.For(Plan([], []), Stars.None, DayBefore, 1).Moves);
        Assert.Empty(ScheduleProposal.For(Grid(2, 2), Stars.None, DayBefore, 1).Obstacles);
        var without = ScheduleProposal.For(Plan([], [Slot(1)], Session(1)), Stars.None, DayBefore, 1).Obstacles;
        Assert.Contains(new MoreSessionsThanCells(1, 0), without);
        Assert.Empty(CellInsight.Of(SessionId(1), Plan([], [], Session(1)), Stars.None, DayBefore));
    }

    [Fact]
    public void A_cancelled_session_leaves_its_place_to_others()
    {
        var plan = Grid(1, 1, Session(1, Cell(1, 1)) with { State = SessionState.Cancelled }, Session(2));
        Assert.Equal(Cell(1, 1), Assert.Single(ScheduleProposal.For(plan, Stars.None, DayBefore, 1).Moves).To);
    }
}
