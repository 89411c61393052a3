namespace EventOps.Ui.Live;

/// <summary>
/// Gives back to the machine what a crowd leaves behind when it connects: a third of the memory of five thousand viewers is rubbish of
/// their first request, which nothing would collect while they only listen. Once for each thousand more.
/// </summary>
internal sealed class Crowd
{
    private const int Large = 1_000;
    private int _known;

    public void Look(int viewers)
    {
        _known = Math.Min(_known, viewers);
        if (viewers - _known < Large) return;
        _known = viewers;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
