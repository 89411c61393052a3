using EventOps.Barcamp.ProposingASchedule;
using EventOps.Support;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.ProposingASchedule;

public class InsightTests
{
    private static Stars Fans(params (int Session, int Voters)[] all) => Stars.From(
        from one in all from voter in Enumerable.Range(0, one.Voters) select (SessionId(one.Session), voter));

    [Fact]
    public void The_best_cells_avoid_the_other_favourite_and_name_who_gains()
    {
        var plan = Grid(2, 3, Session(1), Session(2, Cell(1, 1)));
        var best = BestCells.Of(SessionId(1), plan, Fans((1, 10), (2, 10)), DayBefore);
        Assert.Equal(3, best.Count);
        Assert.All(best, cell => Assert.NotEqual(SlotId(1), cell.Cell.SlotId));
        Assert.Equal((10, 0), (best[0].Gains, best[0].Losses));
    }

    [Fact]
    public void Among_equal_cells_the_room_that_fits_comes_first()
    {
        var plan = Plan([Room(1, 500), Room(2, 12), Room(3, 4)], [Slot(1)], Session(1));
        var best = BestCells.Of(SessionId(1), plan, Fans((1, 10)), DayBefore);
        Assert.Equal([RoomId(2), RoomId(1), RoomId(3)], best.Select(cell => cell.Cell.RoomId));
        Assert.True(best[2].RoomIsTooSmall);
    }

    [Fact]
    public void Each_cell_says_what_stands_against_it()
    {
        var plan = Plan([Room(1), Room(2, 50, "beamer")], [Slot(1), Slot(2), Slot(3), Slot(4)],
            Session(1) with { Wishes = new(null, new(13, 0), ["beamer"], 1) },
            Session(2, Cell(1, 1), host: 1), Session(3, Cell(2, 2))) with
        {
            LockedSlots = new HashSet<Guid> { SlotId(3) },
        };
        var cells = CellInsight.Of(SessionId(1), plan, Stars.None, DayBefore).ToDictionary(cell => cell.Cell);
        Assert.Equal(8, cells.Count);
        Assert.Equal([SessionId(2)], cells[Cell(2, 1)].HostClashes);
        Assert.Equal(["beamer"], cells[Cell(1, 2)].MissingFeatures);
        Assert.Equal(SessionId(3), cells[Cell(2, 2)].Occupant);
        Assert.True(cells[Cell(2, 3)].Closed);
        Assert.True(cells[Cell(2, 4)].OffTime);
        Assert.DoesNotContain(cells.Values, cell => cell.IsPossible);
    }

    [Fact]
    public void A_move_counts_people_who_lose_where_it_leaves_and_where_it_comes()
    {
        // Ten people want 1 and 2: held together, they miss one of them. Three want 1 alone.
        var plan = Grid(2, 2, Session(1, Cell(1, 1)), Session(2, Cell(1, 2)));
        var cell = CellInsight.Of(SessionId(1), plan, Fans((1, 13), (2, 10)), DayBefore).Single(at => at.Cell == Cell(2, 2));
        Assert.Equal((0, 10), (cell.Gains, cell.Losses));
    }

    [Fact]
    public void To_swap_two_sessions_of_different_slots_changes_nothing_for_their_people()
    {
        var plan = Grid(1, 2, Session(1, Cell(1, 1)), Session(2, Cell(1, 2)));
        var cell = CellInsight.Of(SessionId(1), plan, Fans((1, 5), (2, 7)), DayBefore).Single(at => at.Cell == Cell(1, 2));
        Assert.Equal((SessionId(2), 0, 0), (cell.Occupant, cell.Gains, cell.Losses));
    }

    [Fact]
    public void A_full_day_is_answered_while_the_moderator_still_holds_the_card()
    {
        var sessions = Enumerable.Range(1, 60).Select(at => Session(at, at == 60 ? null : Cell(at % 6 + 1, at / 6 + 1)))
            .ToArray();
        var stars = Stars.From(from voter in Enumerable.Range(0, 300)
                               from star in Enumerable.Range(0, 8)
                               select (SessionId((voter * 7 + star * 11) % 60 + 1), voter));
        var plan = Grid(6, 12, sessions);
        Assert.Equal(3, BestCells.Of(SessionId(60), plan, stars, DayBefore).Count);
        Assert.InRange(Fastest.Of(10, () => BestCells.Of(SessionId(60), plan, stars, DayBefore)), 0, 100);
    }
}
