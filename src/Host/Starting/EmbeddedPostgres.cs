using System.Globalization;
using System.Net;

namespace EventOps.Host.Starting;

/// <summary>
/// The PostgreSQL that a host brings along: made on the first start, recovered after a crash, stopped with the host.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly IDisposable _lock;
    private readonly ClusterPlace _place;
    private readonly Postmaster _server;
    private readonly CancellationTokenSource _stopping = new();
    private Task _watch = Task.CompletedTask;

    private EmbeddedPostgres(IDisposable @lock, ClusterPlace place, ClusterSecrets secrets)
    {
        (_lock, _place, Secrets) = (@lock, place, secrets);
        _server = new(place.Folder);
    }

    /// <summary>How to reach it.</summary>
    public ClusterSecrets Secrets { get; private set; }

    /// <summary>Starts the data folder's database, making it on the first start.</summary>
    public static async Task<EmbeddedPostgres> Start(DataFolder data)
    {
        var @lock = data.Lock();
        try
        {
            var place = await ClusterPlace.Find(data);
            var secrets = await Existing(place, data) ?? await ClusterCreation.Create(place, data);
            var database = new EmbeddedPostgres(@lock, place, secrets);
            await database.StopOrphan();
            await database.Launch(data);
            database._watch = database.Watch();
            return database;
        }
        catch (Exception failure)
        {
            @lock.Dispose();
            if (failure is IOException io && CannotStart.WhenDiskIsFull(io, data.Path) is { } sentence) throw sentence;
            throw;
        }
    }

    /// <summary>Stops the server: connections are cut, what was committed is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        await Stop("fast");
        _lock.Dispose();
        _stopping.Dispose();
    }

    private static async Task<ClusterSecrets?> Existing(ClusterPlace place, DataFolder data)
    {
        var versionFile = Path.Combine(place.Folder, "PG_VERSION");
        if (!File.Exists(versionFile)) return null;
        var version = (await File.ReadAllTextAsync(versionFile)).Trim();
        if (version != PostgresBinaries.Major)
            throw new CannotStart($"The database in {place.Folder} is of PostgreSQL {version}, this EventOps brings " +
                $"{PostgresBinaries.Major}: " +
                "dump it with the old version and restore it, as docs/operations.md describes.");
        return ClusterSecrets.Read(data) ?? throw new CannotStart(
            $"The passwords of the database in {place.Folder} are missing: put cluster.json back into {data.Path} from a " +
                $"backup.");
    }

    /// <summary>
    /// A host that was killed leaves its server behind. Only the server that stands in our own folder is stopped.
    /// </summary>
    private async Task StopOrphan()
    {
        if (_server.Runs())
        {
            Console.Error.WriteLine("The last host did not stop its database; stopping it now, then starting it again.");
            await Stop("fast");
            if (_server.Runs()) await Stop("immediate");
        }
    }

    private async Task Launch(DataFolder data)
    {
        var port = FreePort.Is(Secrets.Port, IPAddress.Loopback) ? Secrets.Port : FreePort.Any();
        if (port != Secrets.Port) (Secrets = Secrets with { Port = port }).Write(data);
        await PostgresSettings.Write(_place, port);
        await Start();
    }

    private async Task Start()
    {
        var log = Path.Combine(_place.Folder, "start.log");
        for (var tries = 1; ; tries++)
        {
            File.Delete(log);
            _server.ForgetStranger();
            var now = DateTime.UtcNow;
            var started = await _place.Tool.Run(
                _place.Program("pg_ctl"), ["start", "-D", _place.Folder, "-l", log, "-w", "-t", "60", "-s"]);
            if (started.ExitCode == 0) return;
            var output = started.Output + (File.Exists(log) ? await File.ReadAllTextAsync(log) : "") + LogSince(now);
            // Children of a killed server take a moment to notice; until then its shared memory is in use.
            if (tries < 20 && output.Contains("pre-existing shared memory block", StringComparison.Ordinal))
                await Task.Delay(TimeSpan.FromMilliseconds(250));
            else
                throw CannotStart.WhenDiskIsFull(output, _place.Folder)
                    ?? new CannotStart($"The database in {_place.Folder} did not start: {LastLine(output)} (all of it: " +
                        $"{_place.Folder}/log)");
        }
    }

    private Task<Tool.Result> Stop(string mode) =>
        _place.Tool.Run(_place.Program("pg_ctl"), ["stop", "-D", _place.Folder, "-m", mode, "-w", "-t", "30", "-s"]);

    /// <summary>Brings a killed server back; the host answers 503 until then.</summary>
    private async Task Watch()
    {
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await clock.WaitForNextTickAsync(_stopping.Token))
            {
                if (_server.Runs()) continue;
                Console.Error.WriteLine("The database is gone; starting it again.");
                try
                {
                    await Start();
                }
                catch (CannotStart sentence)
                {
                    Console.Error.WriteLine(sentence.Message); // and again in a second: a full disk may be freed
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private string LogSince(DateTime start)
    {
        var folder = new DirectoryInfo(Path.Combine(_place.Folder, "log"));
        var newest = folder.Exists ? folder.EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc) : null;
        var from = start.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture); // as each line begins
        return newest is null ? "" : string.Join(
            '\n', File.ReadLines(newest.FullName).SkipWhile(line => string.CompareOrdinal(line, from) < 0));
    }

    private static string LastLine(string output) =>
        output.Split('\n').LastOrDefault(
            line => line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
        ?? output.Trim().ReplaceLineEndings(" ");
}
