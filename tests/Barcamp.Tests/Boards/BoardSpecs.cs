using EventOps.Barcamp.Boards;
using EventOps.Support;
using static EventOps.Barcamp.Tests.Boards.Hall;

namespace EventOps.Barcamp.Tests.Boards;

public class BoardSpecs() : Specs<BoardCommand, Board, BoardEvent>(Board.Decider)
{
    [Fact]
    public void A_session_is_placed_once()
    {
        Given(After()).When(Place(Forms, Saal, First)).Then(Placed(Forms, Saal, First));
        Given(After(Placed(Forms, Saal, First))).When(Place(Forms, Saal, First)).ThenNothing();
    }

    [Fact]
    public void A_gate_stands_at_one_room()
    {
        Given(After()).When(new SetRoomGates(Saal.Id, ["Nord"])).Then(new RoomGatesSet(Saal.Id, ["Nord"]));
        Given(After(new RoomGatesSet(Saal.Id, ["Nord"]))).When(new SetRoomGates(Saal.Id, ["Nord"])).ThenNothing();
        Given(After(new RoomGatesSet(Saal.Id, ["Nord"]))).When(new SetRoomGates(Garten.Id, ["Nord"]))
            .ThenRefused(new GateOfAnotherRoom("Nord"));
        Given(After(new RoomGatesSet(Saal.Id, ["Nord"]), new RoomRemoved(Saal.Id))).When(new SetRoomGates(Garten.Id, ["Nord"]))
            .Then(new RoomGatesSet(Garten.Id, ["Nord"]));
    }

    [Fact]
    public void What_a_merge_took_from_the_board_comes_back_if_its_place_is_free()
    {
        BoardEvent[] merged = [Placed(Forms, Saal, First), new SessionParked(Forms, Ten, ByMerge: true)];
        Given(After(merged)).When(Return(Forms)).Then(Placed(Forms, Saal, First));
        Given(After([.. merged, Placed(Bots, Saal, First)])).When(Return(Forms)).ThenNothing();
        Given(After([.. merged, Placed(Forms, Garten, First), new SessionParked(Forms, Ten)])).When(Return(Forms)).ThenNothing();

        static ReturnSession Return(Guid session) => new(session, long.MaxValue, Ten);
    }

    [Fact]
    public void A_cell_holds_one_session_and_the_refusal_names_the_nearest_free_cell() =>
        Given(After(Placed(Forms, Saal, First))).When(Place(Bots, Saal, First))
            .ThenRefused(new CellTaken(Forms, Meanwhile: true, new(Garten.Id, First.Id)));

    [Fact]
    public void Who_saw_the_cell_taken_is_not_told_of_another_moderator() =>
        Given(After(Placed(Forms, Saal, First))).When(Place(Bots, Saal, First, Seen + 1))
            .ThenRefused(new CellTaken(Forms, Meanwhile: false, new(Garten.Id, First.Id)));

    [Fact]
    public void A_host_is_in_one_place_at_a_time() =>
        Given(After(Placed(Forms, Saal, First))).When(Place(Maps, Garten, First))
            .ThenRefused(new HostTwice(Forms, new(Garten.Id, Second.Id)));

    [Fact]
    public void A_session_that_another_moderator_moved_is_not_moved_again_unseen() =>
        Given(After(Placed(Forms, Saal, First))).When(Place(Forms, Garten, Second))
            .ThenRefused(new SessionMovedMeanwhile(Forms, new(Saal.Id, First.Id)));

    [Fact]
    public void Breaks_closed_rooms_and_locked_times_take_no_session()
    {
        Given(After()).When(Place(Forms, Saal, Lunch)).ThenRefused(new SlotIsBreak());
        Given(After()).When(Place(Forms, Garten, Third)).ThenRefused(new RoomClosedThen(Garten.Id));
        Given(After(new SlotLocked(First.Id))).When(Place(Forms, Saal, First)).ThenRefused(new SlotIsLocked(First.Id));
        Given(After(Placed(Forms, Saal, First), new SlotLocked(First.Id))).When(Place(Forms, Saal, Second, Seen + 2))
            .ThenRefused(new SlotIsLocked(First.Id));
    }

    [Fact]
    public void A_long_session_takes_two_times_in_a_row_and_no_break_between()
    {
        var doubled = Hall.Id(34);
        BoardEvent[] history = After(Accepted(doubled, Hall.Id(23), slots: 2));
        Given(history).When(Place(doubled, Saal, Second, Seen + 1)).ThenRefused(new NeedsTwoSlots());
        Given([.. history, Placed(doubled, Saal, First)]).When(Place(Bots, Saal, Second, Seen + 2))
            .ThenRefused(new CellTaken(doubled, false, new(Garten.Id, Second.Id)));
    }

    [Fact]
    public void Two_sessions_change_places_at_once()
    {
        BoardEvent[] history = After(Placed(Forms, Saal, First), Placed(Bots, Garten, Second));
        Given(history).When(new SwapSessions(Forms, Bots, Seen + 2, Ten)).Then(new SessionsSwapped(Forms, Bots, Ten));
        Given([.. history, new SessionsSwapped(Forms, Bots, Ten)])
            .When(new SwapSessions(Forms, Bots, Seen + 2, Ten)).ThenNothing();
        Given(After(Placed(Forms, Saal, First))).When(new SwapSessions(Forms, Bots, Seen + 1, Ten))
            .ThenRefused(new SwapDoesNotFit());
    }

    [Fact]
    public void A_swap_that_puts_a_host_in_two_places_is_refused() =>
        Given(After(Placed(Forms, Saal, First), Placed(Bots, Garten, Second), Placed(Maps, Saal, Second)))
            .When(new SwapSessions(Forms, Bots, Seen + 3, Ten)).ThenRefused(new HostTwice(Maps, null));

    [Fact]
    public void A_long_session_does_not_swap_into_its_neighbour()
    {
        var doubled = Hall.Id(34);
        Given(After(Accepted(doubled, Hall.Id(23), slots: 2), Placed(doubled, Saal, First), Placed(Forms, Saal, Early)))
            .When(new SwapSessions(doubled, Forms, Seen + 3, Ten)).ThenRefused(new SwapDoesNotFit());
    }

    [Fact]
    public void A_room_with_sessions_does_not_vanish_silently()
    {
        BoardEvent[] history = After(Placed(Forms, Saal, First));
        Given(history).When(new RemoveRoom(Saal.Id, false, Ten)).ThenRefused(new StillHasSessions(1));
        Given(history).When(new RemoveRoom(Saal.Id, true, Ten)).Then(new SessionParked(Forms, Ten), new RoomRemoved(Saal.Id));
        Given(history).When(new RemoveSlot(First.Id, false, Ten)).ThenRefused(new StillHasSessions(1));
        Given(history).When(new SetRoom(Saal with { OpenAt = [new(First.EndsAt, Third.EndsAt)] }))
            .ThenRefused(new StillHasSessions(1));
    }

    [Fact]
    public void Times_of_the_board_do_not_overlap() =>
        Given(After()).When(new SetSlot(Third with { StartsAt = Second.StartsAt })).ThenRefused(new SlotsOverlap(Second.Id));

    [Fact]
    public void A_host_who_does_not_come_frees_the_cell()
    {
        BoardEvent[] history = After(Placed(Forms, Saal, First), new HostMissing(Forms, Ten));
        Given(After(Placed(Forms, Saal, First))).When(new MarkHostMissing(Forms, Seen + 1, Ten))
            .Then(new HostMissing(Forms, Ten));
        Given(history).When(Place(Bots, Saal, First)).Then(Placed(Bots, Saal, First));
    }

    [Fact]
    public void A_move_is_undone_until_its_session_moves_again()
    {
        BoardEvent[] history = After(Placed(Forms, Saal, First), Placed(Forms, Saal, Second));
        Given(history).When(new UndoMove(Seen + 2, Ten)).Then(new MoveUndone(Seen + 2), Placed(Forms, Saal, First));
        Given(history).When(new UndoMove(Seen + 1, Ten)).ThenRefused(new MovedAgainSince(Forms));
        Given(history).When(new UndoMove(3, Ten)).ThenRefused(new NothingToUndo());
    }

    [Fact]
    public void Sessions_that_make_room_for_each_other_move_together_or_not_at_all()
    {
        BoardEvent[] history = After(Placed(Forms, Saal, First), Placed(Bots, Garten, First));
        Placing[] round = [new(Forms, Garten.Id, First.Id), new(Bots, Saal.Id, First.Id), new(Maps, Saal.Id, Second.Id)];
        var moved = new SessionsMoved(round, Ten);
        Given(history).When(new MoveTogether(round, Seen + 2, Ten)).Then(moved);
        Given([.. history, moved]).When(new MoveTogether(round, Seen + 2, Ten)).ThenNothing();
        Given(history).When(new MoveTogether(round, Seen + 1, Ten))
            .ThenRefused(new SessionMovedMeanwhile(Bots, new(Garten.Id, First.Id)));
        Given([.. history, new SlotLocked(Second.Id)]).When(new MoveTogether(round, Seen + 2, Ten))
            .ThenRefused(new SlotIsLocked(Second.Id));
        Given(history).When(new MoveTogether([round[0]], Seen + 2, Ten)).ThenRefused(new CellTaken(Bots, false, null));
    }

    [Fact]
    public void Moves_made_together_are_undone_together()
    {
        BoardEvent[] history =
        [
            .. After(Placed(Forms, Saal, First), Placed(Bots, Garten, First)),
            new SessionsMoved([new(Forms, Garten.Id, First.Id), new(Bots, Saal.Id, First.Id)], Ten),
        ];
        Given(history).When(new UndoMove(Seen + 3, Ten)).Then(
            new MoveUndone(Seen + 3), new SessionParked(Forms, Ten), new SessionParked(Bots, Ten),
            Placed(Forms, Saal, First), Placed(Bots, Garten, First));
    }

    [Fact]
    public void An_undo_does_not_push_out_who_came_after() =>
        Given(After(Placed(Forms, Saal, First), new SessionParked(Forms, Ten), Placed(Bots, Saal, First)))
            .When(new UndoMove(Seen + 2, Ten)).ThenRefused(new CellTaken(Bots, false, null));

    [Fact]
    public void A_new_co_host_must_not_be_elsewhere_at_that_time() =>
        Given(After(Placed(Forms, Saal, First), Placed(Bots, Garten, First)))
            .When(new ReviseSession(Bots, [Ben, Anna], Wishes.None)).ThenRefused(new HostTwice(Forms, new(Garten.Id, Second.Id)));

    private static PlaceSession Place(Guid session, Room room, Slot slot, long? seen = null) =>
        new(session, room.Id, slot.Id, seen ?? Seen, Ten);
}
