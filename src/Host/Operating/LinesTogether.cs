using System.Text;

namespace EventOps.Host.Operating;

/// <summary>
/// The standard output for a machine that reads it: lines leave together, ten times a second. One by one, each would cost a
/// system call and wake its reader; in a rush that is time for many more people.
/// </summary>
public sealed class LinesTogether : IDisposable
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _output = TextWriter.Synchronized(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024) { AutoFlush = false });

    private readonly Timer _clock;

    private LinesTogether()
    {
        Console.SetOut(_output);
        _clock = new(_ => Flush(), null, s_every, s_every);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
    }

    /// <summary>Takes the standard output over, unless a person reads it at a terminal.</summary>
    public static LinesTogether? Begin() => Console.IsOutputRedirected ? new() : null;

    public void Dispose()
    {
        _clock.Dispose();
        Flush();
    }

    private void Flush()
    {
        try
        {
            _output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }
}
