using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EventOps.Bench.Measuring;

namespace EventOps.Bench;

/// <summary>How long an operator waits: bin/run after a clean stop, nothing to build, until the first page is there.</summary>
internal static class Start
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10); // the very first start builds

    public static async Task Run(Setting setting)
    {
        var data = Directory.CreateTempSubdirectory("eventops-start-").FullName;
        try
        {
            await Once(data, idle: TimeSpan.Zero); // builds, makes the database
            var starts = new List<(double Seconds, double Megabytes)>();
            for (var round = 0; round < setting.Rounds; round++) starts.Add(await Once(data, setting.Run));
            setting.Figures.AtMost("cold.seconds", Median(starts.Select(start => start.Seconds)), 3, "s");
            setting.Figures.AtMost("idle.rss", Median(starts.Select(start => start.Megabytes)), 200, "MB");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<(double Seconds, double Megabytes)> Once(string data, TimeSpan idle)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Path.Combine(Root(), "bin/run")) { RedirectStandardOutput = true };
        start.Environment["EVENTOPS_DATA"] = data;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        using var host = Process.Start(start)!; // bin/run becomes the host: the same process id
        host.OutputDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        await FirstPage(host, port);
        var seconds = clock.Elapsed.TotalSeconds;
        await Task.Delay(idle);
        var megabytes = ResidentKilobytes(host.Id) / 1024;
        using var stop = Process.Start("kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]);
        await host.WaitForExitAsync();
        return host.ExitCode == 0 ? (seconds, megabytes) : throw new CannotMeasure("The host did not stop cleanly.");
    }

    private static async Task FirstPage(Process host, int port)
    {
        using var browser = new HttpClient();
        var deadline = DateTime.UtcNow + s_patience;
        while (DateTime.UtcNow < deadline && !host.HasExited)
        {
            try
            {
                using var page = await browser.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                var text = await page.Content.ReadAsStringAsync();
                if ((int)page.StatusCode < 500 && text.Contains("</html>", StringComparison.Ordinal)) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10); // not open yet
            }
        }

        throw new CannotMeasure("bin/run served no page; its reason stands above.");
    }

    private static double ResidentKilobytes(int process) => double.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2],
        CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EventOps.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
