using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.EventStore;

namespace EventOps.Bench;

/// <summary>One event to a new stream, acknowledged durably, through the store; the reference is <see cref="Floor"/>.</summary>
public static class Append
{
    public static async Task Run(Setting setting)
    {
        await using var floor = await Floor.Create(setting);
        await using var database = await BenchDatabase.Create(setting.Server, Sample.Model());
        await using var store = new PostgresEventStore(database.DataSource, Sample.Model(), TimeProvider.System);

        await Load.Of(16, setting.WarmUp, _ => StartStream(store));
        var (floor16, floor1) = (new List<double>(), new List<double>());
        var ours = new Dictionary<int, List<Load>> { [1] = [], [16] = [], [64] = [] };
        for (var round = 0; round < setting.Rounds; round++)
        {
            floor16.Add(await floor.Rate(16, setting.Run));
            ours[16].Add(await Load.Of(16, setting.Run, _ => StartStream(store)));
            ours[64].Add(await Load.Of(64, setting.Run, _ => StartStream(store)));
            floor1.Add(await floor.Rate(1, setting.Run));
            ours[1].Add(await Load.Of(1, setting.Run, _ => StartStream(store)));
        }

        setting.Figures.Print("floor.16.rate", floor16.Median(), "per_second");
        setting.Figures.Print("floor.1.rate", floor1.Median(), "per_second");
        foreach (var (clients, reference, goal) in new[] { (1, floor1, 0.9), (16, floor16, 1.4), (64, floor16, 2.0) })
        {
            setting.Figures.Print($"{clients}.rate", Load.MedianRate(ours[clients]), "per_second");
            setting.Figures.Print($"{clients}.p50", Load.Percentile(ours[clients], 0.5), "ms");
            setting.Figures.AtLeast($"{clients}.ratio", Load.MedianRate(ours[clients]) / reference.Median(), goal, "x");
            if (clients == 16) setting.Figures.AtMost("16.p99", Load.Percentile(ours[clients], 0.99), 5, "ms");
            else setting.Figures.Print($"{clients}.p99", Load.Percentile(ours[clients], 0.99), "ms");
        }
    }

    private static Task<Outcome> StartStream(PostgresEventStore store) =>
        store.Handle(new Work().Start($"sample-{Guid.NewGuid()}", Sample.Decider, HappenAgain.Random()));
}
