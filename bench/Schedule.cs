using System.Diagnostics;
using EventOps.Barcamp.ProposingASchedule;
using EventOps.Barcamp.Reading;
using EventOps.Bench.Measuring;

namespace EventOps.Bench;

/// <summary>
/// A proposed schedule for 60 sessions from an empty board, ten seeds, each with the product's own number of steps; the
/// references are the best that is found in ten seconds, the greedy way and the lot. All by the product's own objective.
/// </summary>
public static class Schedule
{
    private const string Case = "60x12x6";
    private const int Seeds = 10;
    private const int Patience = 20;

    public static Task Run(Setting setting)
    {
        var (plan, stars) = SampleBarcamp.Of(sessions: 60, slots: 12, rooms: 6, people: 300, seed: 2018);
        var now = plan.Slots[0].StartsAt.AddDays(-1);
        ScheduleProposal Propose(int seed, ScheduleRules rules) => ScheduleProposal.For(plan, stars, now, seed, rules);
        for (var round = 0; round < 3; round++) Propose(round, ScheduleRules.Usual);

        var (runs, took) = (new List<ScheduleProposal>(), new List<double>());
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var start = Stopwatch.GetTimestamp();
            runs.Add(Propose(seed, ScheduleRules.Usual));
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        if (runs.Any(run => run.Obstacles.Count > 0)) throw new CannotMeasure("There is no schedule for the sample.");
        var best = runs.Max(run => run.Scores.After.Points);
        var clock = Stopwatch.StartNew();
        var patient = ScheduleRules.Usual with { StepsPerSession = ScheduleRules.Usual.StepsPerSession * Patience };
        for (var seed = 100; clock.Elapsed < TimeSpan.FromSeconds(setting.Quick ? 1 : 10); seed++)
            best = Math.Max(best, Propose(seed, patient).Scores.After.Points);

        var shares = runs.Select(run => 100 * run.Scores.After.Points / best).ToArray();
        var repeated = Propose(1, ScheduleRules.Usual).Moves.SequenceEqual(runs[0].Moves);
        setting.Figures.Print($"{Case}.greedy", 100 * runs[0].Scores.Greedy.Points / best, "percent");
        setting.Figures.Print($"{Case}.random", 100 * runs[0].Scores.Random.Points / best, "percent");
        setting.Figures.Print($"{Case}.visits", runs.Average(run => run.Scores.After.Visits), "visits");
        setting.Figures.AtLeast($"{Case}.quality", shares.Average(), 99.5, "percent");
        setting.Figures.AtLeast($"{Case}.worst", shares.Min(), 99.2, "percent");
        setting.Figures.AtMost($"{Case}.ms", took.Median(), 150, "ms");
        setting.Figures.AtMost($"{Case}.violations", runs.Sum(run => Violations(plan, run)), 0, "count");
        setting.Figures.AtMost($"{Case}.other-plans-for-same-seed", repeated ? 0 : 1, 0, "count");
        return Task.CompletedTask;
    }

    // Counted anew from the moves, by the words of the rules.
    private static int Violations(Plan plan, ScheduleProposal proposal)
    {
        var places = proposal.Moves.Select(move => (Session: plan.Session(move.SessionId)!, move.To)).ToArray();
        var missing = plan.Sessions.Count - places.Length;
        var shared = places.Length - places.DistinctBy(place => place.To).Count();
        var against = places.Count(place => plan.Slot(place.To.SlotId) is not { } slot || !place.Session.Wishes.Suits(slot, slot)
            || !place.Session.Wishes.Suits(plan.Room(place.To.RoomId)!));
        var twice = places.GroupBy(place => (place.To.SlotId, place.Session.Hosts[0].ParticipantId))
            .Sum(group => group.Count() - 1);
        return missing + shared + against + twice;
    }
}
