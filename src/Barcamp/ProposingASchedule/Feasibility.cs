namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Finds every reason why not all sessions can have a place, before anything is tried.</summary>
internal static class Feasibility
{
    public static IReadOnlyList<Obstacle> Check(Puzzle puzzle) =>
        [.. Count(puzzle), .. Hosts(puzzle), .. puzzle.Movable.SelectMany(session => Alone(puzzle, session)), .. Groups(puzzle)];

    private static IEnumerable<Obstacle> Count(Puzzle puzzle)
    {
        var needed = puzzle.Movable.Sum(session => puzzle.Spans[session]);
        var free = FreeCells(puzzle).Count();
        if (needed > free) yield return new MoreSessionsThanCells(needed, free);
    }

    private static IEnumerable<int> FreeCells(Puzzle puzzle)
    {
        var taken = puzzle.Sessions.Index().Where(session => puzzle.Fixed[session.Index])
            .SelectMany(session => puzzle.Costs.CellsOf(session.Index, puzzle.Starts[session.Index])).ToHashSet();
        return Enumerable.Range(0, puzzle.Cells).Where(cell => !taken.Contains(cell) && !puzzle.Closed[cell / puzzle.RoomCount]
            && puzzle.Rooms[cell % puzzle.RoomCount].IsOpen(
                puzzle.Slots[cell / puzzle.RoomCount].StartsAt, puzzle.Slots[cell / puzzle.RoomCount].EndsAt));
    }

    private static IEnumerable<Obstacle> Hosts(Puzzle puzzle)
    {
        foreach (var host in puzzle.Clashes.Hosts)
        {
            var still = host.Distinct().Where(session => puzzle.Fixed[session])
                .SelectMany(session => puzzle.Costs.CellsOf(session, puzzle.Starts[session])
                    .Select(cell => (Session: session, Slot: cell / puzzle.RoomCount)));
            var busy = new HashSet<int>();
            foreach (var slot in still.GroupBy(place => place.Slot, place => place.Session))
            {
                busy.Add(slot.Key);
                if (slot.Count() > 1 && !puzzle.Closed[slot.Key])
                    yield return new HostFixedTwice(host.Key, puzzle.Slots[slot.Key].Id, Ids(puzzle, slot));
            }

            // Who can be nowhere is named below, alone.
            int[] moving = [.. host.Distinct().Where(session => !puzzle.Fixed[session])];
            int[] placeable = [.. moving.Where(session => puzzle.Costs.Allowed[session].Length > 0)];
            var open = Enumerable.Range(0, puzzle.Slots.Length).Count(slot => !puzzle.Closed[slot] && !busy.Contains(slot));
            if (moving.Sum(session => puzzle.Spans[session]) > open)
                yield return new HostHasTooManySessions(host.Key, Ids(puzzle, moving), open);
            else
                foreach (var (crowd, slots) in Matching.Crowded(placeable, puzzle.Slots.Length, SlotsOf(puzzle)))
                    yield return new HostHasTooManySessions(host.Key, Ids(puzzle, crowd), slots);
        }
    }

    private static Func<int, IEnumerable<int>> SlotsOf(Puzzle puzzle) =>
        session => puzzle.Costs.Allowed[session].Select(cell => cell / puzzle.RoomCount).Distinct();

    // The narrowest reason for a session that can be nowhere.
    private static IEnumerable<Obstacle> Alone(Puzzle puzzle, int session)
    {
        if (puzzle.Costs.Allowed[session].Length > 0) yield break;
        var (self, slots) = (puzzle.Sessions[session], Enumerable.Range(0, puzzle.Slots.Length).ToArray());
        var roomSuits = puzzle.Rooms.Any(self.Wishes.Suits);
        var rowExists = slots.Any(slot => puzzle.Costs.HasRow(session, slot));
        var slotSuits = slots.Any(slot => puzzle.Costs.SlotSuits(session, slot));
        if (!roomSuits && puzzle.Rooms.Length > 0) yield return new NoRoomHasFeatures(self.Id, self.Wishes.Features);
        if (puzzle.Spans[session] > 1 && !rowExists) yield return new NoTwoSlotsInARow(self.Id);
        else if (!slotSuits) yield return new NoSlotSuitsWishes(self.Id, self.Wishes.NotBefore, self.Wishes.NotAfter);
        if (roomSuits && slotSuits) yield return new NoCellSuits(self.Id);
    }

    private static IEnumerable<Obstacle> Groups(Puzzle puzzle)
    {
        int[] placeable = [.. puzzle.Movable.Where(session => puzzle.Costs.Allowed[session].Length > 0)];
        return Matching.Crowded(placeable, puzzle.Cells, session => puzzle.Costs.Allowed[session])
            .Where(group => group.Members.Count < puzzle.Movable.Length)
            .Select(group => new TooFewCellsFor(Ids(puzzle, group.Members), group.Places));
    }

    private static Guid[] Ids(Puzzle puzzle, IEnumerable<int> sessions) =>
        [.. sessions.Select(session => puzzle.Sessions[session].Id)];
}
