namespace EventOps.Support.Consistency;

/// <summary>One event of a stream that guards places, as a change of three numbers.</summary>
/// <param name="Pool">The stream.</param>
/// <param name="Version">The event's version.</param>
/// <param name="Places">The capacity from here on, or null where it stays.</param>
/// <param name="Held">Change of the number of held places.</param>
/// <param name="Confirmed">Change of the number of confirmed places.</param>
/// <param name="Hold">The hold that this event makes, uses up or releases, or null.</param>
public sealed record PoolMove(string Pool, long Version, int? Places, int Held, int Confirmed, string? Hold = null);

/// <summary>What is left when everything is quiet.</summary>
/// <param name="Pool">The stream.</param>
/// <param name="Tickets">Distinct tickets that were issued from it and are valid.</param>
/// <param name="Waiting">People who still wait for a place in it.</param>
public sealed record PoolEnd(string Pool, int Tickets, int Waiting);

/// <summary>C2: never more than there is, at every prefix; a hold ends once; nobody waits beside a free place.</summary>
public static class Capacity
{
    public static IEnumerable<Violation> Check(IEnumerable<PoolMove> moves, IEnumerable<PoolEnd> ends)
    {
        var histories = moves.GroupBy(move => move.Pool)
            .ToDictionary(pool => pool.Key, pool => pool.OrderBy(move => move.Version).ToList());
        foreach (var end in ends)
        {
            foreach (var violation in Check(end, histories.GetValueOrDefault(end.Pool) ?? []))
                yield return violation;
        }
    }

    private static List<Violation> Check(PoolEnd end, IReadOnlyList<PoolMove> moves)
    {
        var violations = new List<Violation>();
        var (places, held, confirmed) = (0, 0, 0);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var move in moves)
        {
            (places, held, confirmed) = (move.Places ?? places, held + move.Held, confirmed + move.Confirmed);
            if (held < 0 || confirmed < 0 || (held + confirmed > places && move.Held + move.Confirmed > 0))
                violations.Add(new("C2", $"{end.Pool} at {move.Version}: {confirmed} confirmed and {held} held of {places}."));
            if (move.Hold is { } hold && !(move.Held > 0 ? open.Add(hold) : open.Remove(hold)))
                violations.Add(
                    new("C2", $"{end.Pool} at {move.Version}: hold {hold} {(move.Held > 0 ? "began" : "ended")} twice."));
        }

        if (confirmed != end.Tickets)
            violations.Add(new("C2", $"{end.Pool}: {confirmed} confirmed, {end.Tickets} tickets."));
        if (end.Waiting > 0 && held + confirmed < places)
            violations.Add(new("C2", $"{end.Pool}: {end.Waiting} wait beside {places - held - confirmed} free places."));
        return violations;
    }
}
