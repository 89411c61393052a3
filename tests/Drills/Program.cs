using EventOps.Drills;

// drills NAME [--quick] [--planted-bug]: prints FIGURE lines; ends with 1 and the reasons when a promise broke or nothing was proven.
var drills = new SortedDictionary<string, Func<Setting, Task>>(StringComparer.Ordinal)
{
    ["late-append"] = LateAppend.Run,
};

if (args is not [var name, ..] || !drills.TryGetValue(name, out var drill)
    || args.Skip(1).Any(option => option is not ("--quick" or "--planted-bug")))
{
    Console.Error.WriteLine($"Which drill? One of: {string.Join(", ", drills.Keys)}; --quick for a short one, --planted-bug to see it fail.");
    return 2;
}

var report = new Report(name, Console.Out);
await drill(new(args.Contains("--quick"), args.Contains("--planted-bug"), report));
return report.Broken ? 1 : 0;
