using System.Globalization;
using EventOps.Host.Starting;

namespace EventOps.Host.Tests.Starting;

/// <summary>A data folder of one test; what still runs in it is stopped before it goes.</summary>
public sealed class ScratchFolder : IAsyncDisposable
{
    // With spaces, as people have them.
    private readonly string _parent = Directory.CreateTempSubdirectory("eventops data ").FullName;

    public ScratchFolder()
    {
        File.SetUnixFileMode(_parent, File.GetUnixFileMode(_parent) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Path = System.IO.Path.Combine(_parent, "data");
    }

    public string Path { get; }

    public string PidFile => System.IO.Path.Combine(Path, "postgres/postmaster.pid");

    public int Postmaster => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public ClusterSecrets Secrets => ClusterSecrets.Read(new DataFolder(Path))!;

    public async ValueTask DisposeAsync()
    {
        var server = new Postmaster(System.IO.Path.Combine(Path, "postgres"));
        if (server.Runs()) await StartedHost.Signal("QUIT", Postmaster);
        while (server.Runs()) await Task.Yield();
        Directory.Delete(_parent, recursive: true);
    }
}
