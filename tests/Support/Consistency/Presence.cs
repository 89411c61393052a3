namespace EventOps.Support.Consistency;

/// <summary>What one reader saw, at any time during or after the run.</summary>
/// <param name="Began">When the read was sent.</param>
/// <param name="Keys">The keys of all operations whose effect it found.</param>
public sealed record Sighting(DateTimeOffset Began, IReadOnlySet<string> Keys);

/// <summary>C1: what was acknowledged is there, what was refused is not, what nobody knows stays as it was first seen.</summary>
public static class Presence
{
    public static IEnumerable<Violation> Check(IEnumerable<Op> ops, IReadOnlyList<Sighting> sightings)
    {
        var inOrder = sightings.OrderBy(sighting => sighting.Began).ToList();
        if (inOrder.Count == 0) return [new("C1", "Nobody read.")];
        return ops.GroupBy(op => op.Key).SelectMany(tries => Check([.. tries], inOrder));
    }

    private static IEnumerable<Violation> Check(IReadOnlyList<Op> tries, IReadOnlyList<Sighting> sightings)
    {
        var key = tries[0].Key;
        var acknowledged = tries.Where(op => op.Result is Result.Ok).Select(op => (DateTimeOffset?)op.Completed).Min();
        if (acknowledged is { } at && sightings.Any(sighting => sighting.Began > at && !sighting.Keys.Contains(key)))
            yield return new("C1", $"{key} was acknowledged and is lost.");

        if (tries.All(op => op.Result is Result.Fail) && sightings.Any(sighting => sighting.Keys.Contains(key)))
            yield return new("C1", $"{key} was refused and is there: a phantom.");

        var seen = sightings.SkipWhile(sighting => !sighting.Keys.Contains(key)).ToList();
        if (acknowledged is null && seen.Exists(sighting => !sighting.Keys.Contains(key)))
            yield return new("C1", $"{key} was seen and is gone again.");
    }
}
