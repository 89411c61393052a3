namespace EventOps.Ui.Live;

/// <summary>One clock for all open streams of this host: a beat every 15 seconds keeps proxies from closing them.</summary>
internal static class Heartbeat
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private static TaskCompletionSource s_next = Signal();
    private static readonly Timer s_timer = new(_ => Beat(), null, Every, Every);

    /// <summary>Completes at the next beat.</summary>
    public static Task Next
    {
        get
        {
            GC.KeepAlive(s_timer);
            return Volatile.Read(ref s_next).Task;
        }
    }

    internal static void Beat() => Interlocked.Exchange(ref s_next, Signal()).SetResult();

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
