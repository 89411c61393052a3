using EventOps.Drills;

// drills NAME|all [--quick] [--planted-bug [BUG]]: prints FIGURE lines; ends with 1 and the reasons when a promise broke or
// nothing was proven. A planted bug has to turn its drill red.
var drills = new SortedDictionary<string, (Func<Setting, Task> Run, string[] Bugs)>(StringComparer.Ordinal)
{
    ["board-race"] = (BoardRace.Run, BoardRace.Bugs),
    ["kill-host"] = (KillHost.Run, KillHost.Bugs),
    ["late-append"] = (LateAppend.Run, LateAppend.Bugs),
    ["oversell"] = (Oversell.Run, Oversell.Bugs),
    ["sse-resume"] = (SseResume.Run, SseResume.Bugs),
    ["stand-race"] = (StandRace.Run, StandRace.Bugs),
    ["survey-rush"] = (SurveyRush.Run, SurveyRush.Bugs),
};

if (Arguments.Read(args) is not { } asked || (asked.Drill != "all" && !drills.ContainsKey(asked.Drill)))
    return Usage($"Which drill? One of: all, {string.Join(", ", drills.Keys)}; --quick, or --planted-bug to see it fail.");

var broken = false;
foreach (var (name, (run, bugs)) in drills.Where(drill => asked.Drill == "all" || drill.Key == asked.Drill))
{
    var bug = asked.Planted ? asked.Bug ?? bugs[0] : null;
    if (bug is not null && !bugs.Contains(bug)) return Usage($"{name} knows these bugs: {string.Join(", ", bugs)}.");
    var report = new Report(name, Console.Out);
    await run(new(asked.Quick, bug, report));
    broken |= report.Broken;
}

return broken ? 1 : 0;

static int Usage(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 2;
}
