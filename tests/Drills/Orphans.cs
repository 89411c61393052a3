using EventOps.Support;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>The messages that a killed host was working on: somebody else has to take them over within 30 seconds.</summary>
internal sealed class Orphans(TestDatabase database)
{
    private static readonly TimeSpan s_takenOverWithin = TimeSpan.FromSeconds(30);

    private readonly List<(DateTimeOffset Killed, string Lane)> _lanes = [];

    public int Count => _lanes.Count;

    /// <summary>Remembers the lanes that had an owner at the moment of the kill.</summary>
    public async Task Note(DateTimeOffset killed)
    {
        foreach (var lane in await Owned())
            _lanes.Add((killed, lane));
    }

    /// <summary>Waits until the time for the last ones is over; says which are still with their first owner.</summary>
    public async Task<IReadOnlyList<Violation>> Wait()
    {
        var violations = new List<Violation>();
        foreach (var kill in _lanes.GroupBy(lane => lane.Killed))
        {
            var rest = kill.Key + s_takenOverWithin - DateTimeOffset.UtcNow;
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
            var still = (await Owned()).ToHashSet(StringComparer.Ordinal);
            violations.AddRange(kill.Where(lane => still.Contains(lane.Lane))
                .Select(lane => new Violation("R-02", $"{lane.Lane} was not taken over.")));
        }

        return violations;
    }

    private async Task<IReadOnlyList<string>> Owned()
    {
        await using var command = database.DataSource.CreateCommand(
            "select handler || ' ' || key || ' ' || owner from messaging.lanes where owner is not null");
        await using var reader = await command.ExecuteReaderAsync();
        var lanes = new List<string>();
        while (await reader.ReadAsync())
            lanes.Add(reader.GetString(0));
        return lanes;
    }
}
