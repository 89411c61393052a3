using EventOps.Bench;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;

// bench NAME|all [--quick]: prints FIGURE and GOAL lines. A missed goal is a result; only a bench that cannot measure fails.
if (args is [BareLoop.Verb])
{
    await BareLoop.Serve();
    return 0;
}

var benches = new SortedDictionary<string, Func<Setting, Task>>(StringComparer.Ordinal)
{
    ["append"] = Append.Run,
    ["badges"] = Badges.Run,
    ["board"] = Board.Run,
    ["checkin"] = CheckIn.Run,
    ["decide"] = Decide.Run,
    ["growth"] = Growth.Run,
    ["hot-quota"] = HotQuota.Run,
    ["messages"] = Messages.Run,
    ["projection"] = ReadModels.Run,
    ["report"] = SurveyReport.Run,
    ["schedule"] = Schedule.Run,
    ["start"] = Start.Run,
};

if (args is not [var asked, .. var options] || (asked != "all" && !benches.ContainsKey(asked))
    || options.Any(option => option != "--quick"))
{
    Console.Error.WriteLine($"Which bench? One of: all, {string.Join(", ", benches.Keys)}; --quick for a short run.");
    return 2;
}

if (Environment.GetEnvironmentVariable("EVENTOPS_BENCH_POSTGRES") is not { Length: > 0 } server)
{
    Console.Error.WriteLine("Set EVENTOPS_BENCH_POSTGRES to a throw-away PostgreSQL's connection string, or use bin/bench.");
    return 2;
}

try
{
    foreach (var (name, bench) in benches.Where(bench => asked == "all" || bench.Key == asked))
        await bench(new(server, args.Contains("--quick"), new(name, Console.Out)));
    return 0;
}
catch (CannotMeasure sentence)
{
    Console.Error.WriteLine(sentence.Message);
    return 1;
}
