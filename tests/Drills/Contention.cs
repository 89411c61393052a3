using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>How often clients met: a drill in which nobody did has proven nothing.</summary>
internal static class Contention
{
    /// <summary>Operations that began while another client's was under way on the same thing.</summary>
    public static int Of(History history) => history.Ops.GroupBy(op => op.Name).Sum(thing =>
        thing.OrderBy(op => op.Invoked).ToList() is var ops
            ? ops.Skip(1).Zip(ops).Count(pair => pair.First.Proc != pair.Second.Proc && pair.First.Invoked < pair.Second.Completed)
            : 0);
}
