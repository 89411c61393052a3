using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>How often clients met: a drill in which nobody did has proven nothing.</summary>
internal static class Contention
{
    /// <summary>Acknowledged operations that began while another client's was under way on the same thing.</summary>
    public static int Of(History history) => Of(history, op => op.Name);

    /// <summary>The same; <paramref name="thing"/> says what an operation was about.</summary>
    public static int Of(History history, Func<Op, string> thing) =>
        history.Ops.Where(op => op.Result is Result.Ok).GroupBy(thing).Sum(same => Met([.. same.OrderBy(op => op.Invoked)]));

    private static int Met(IReadOnlyList<Op> ops) => ops.Skip(1).Zip(ops).Count(pair =>
        pair.First.Proc != pair.Second.Proc && pair.First.Invoked < pair.Second.Completed);
}
