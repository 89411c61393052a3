namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>
/// Looks for a better placement by many small moves, first also by some that make it worse. A number of steps ends it, never a
/// clock: the same seed finds the same.
/// </summary>
internal static class Annealing
{
    private const int Odds = 4096;
    private const double Hottest = 2.2 * Weights.Visit;

    // How much worse a move may be, in units of the heat, by a throw of the dice.
    private static readonly float[] s_patience = [.. Enumerable.Range(0, Odds).Select(at => (float)-Math.Log((at + 0.5) / Odds))];

    /// <summary>Improves a placement in place; it is never worse afterwards.</summary>
    public static void Improve(Puzzle puzzle, Placement placement, Dice dice, int steps)
    {
        var movable = puzzle.Movable.Where(session => puzzle.Costs.Allowed[session].Length > 0).ToArray();
        if (movable.Length == 0) return;
        var (start, points) = (placement.At.ToArray(), placement.Points);
        var longMove = new LongMove(puzzle, placement);
        for (var step = 0; step < steps; step++)
        {
            var left = 1 - (double)step / steps;
            var heat = Hottest * left * left;
            var session = movable[dice.Next(movable.Length)];
            var cells = puzzle.Costs.Allowed[session];
            var cell = cells[dice.Next(cells.Length)];
            var least = -(int)(heat * s_patience[dice.Next(Odds)]);
            if (placement.At[session] == cell) continue;
            if (puzzle.Spans[session] == 1 && (placement.Content[cell] is -1 || puzzle.Spans[placement.Content[cell]] == 1))
                placement.TryShort(session, cell, least);
            else
                longMove.Try(session, cell, least);
        }

        if (placement.Points < points) placement.Become(start);
    }
}
