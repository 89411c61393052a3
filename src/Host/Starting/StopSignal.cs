using System.Runtime.InteropServices;

namespace EventOps.Host.Starting;

/// <summary>Ctrl-C or SIGTERM while the host still starts: noted, so that what was started is stopped again in order.</summary>
public sealed class StopSignal : IDisposable
{
    private readonly TaskCompletionSource _asked = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <summary>Listens until disposed.</summary>
    public StopSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Note);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note);
    }

    /// <summary>Completes when somebody asked.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Lets go of the signals: from now on the running host sees to them.</summary>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private void Note(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _asked.TrySetResult();
    }
}
