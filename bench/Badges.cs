using System.Diagnostics;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;
using EventOps.Ui;
using EventOps.Ui.Pdf;

namespace EventOps.Bench;

/// <summary>
/// The file of 2,000 printed badges, each with code, name, organisation and ticket type. The reference is
/// <see cref="BareBadges"/>: the same marks, drawn without tags, wrapping or thought.
/// </summary>
public static class Badges
{
    private const int All = 2_000;

    public static Task Run(Setting setting)
    {
        var badges = Enumerable.Range(0, setting.Quick ? All / 10 : All).Select(Badge).ToList();
        using var language = Language.Use(Language.German);
        Write(badges); // fonts are read once, the compiler needs to see what is hot
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < setting.Rounds; round++)
            ours.Add(Seconds(() => Write(badges)));
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6; // before the reference takes its share
        BareBadges.Write(badges);
        for (var round = 0; round < setting.Rounds; round++)
            bare.Add(Seconds(() => BareBadges.Write(badges)));
        setting.Figures.Print("bare.seconds", bare.Median(), "s");
        setting.Figures.Print("seconds", ours.Median(), "s");
        setting.Figures.AtMost("ratio", ours.Median() / bare.Median(), 1.3, "x");
        setting.Figures.AtMost("peak", peak, 150, "MB");
        return Task.CompletedTask;
    }

    // As the product does: through a file.
    private static void Write(IReadOnlyList<BadgeContent> badges)
    {
        using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        BadgeSheet.Write(file, badges, "Namensschilder");
        if (file.Length < 1_000) throw new CannotMeasure("There is no file of badges.");
    }

    private static double Seconds(Action write)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        write();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static BadgeContent Badge(int number) => new(
        "Annegret", $"Musterfrau-{number}", "Stadtwerke Musterhausen", "Gäste", 1 + (number % 6),
        $"EO1:{Convert.ToHexString(Guid.NewGuid().ToByteArray())}{Convert.ToHexString(Guid.NewGuid().ToByteArray())}"
            + $"{Convert.ToHexString(Guid.NewGuid().ToByteArray())}{Convert.ToHexString(Guid.NewGuid().ToByteArray())}",
        "Tag der offenen Tür", "12.10.2017", $"Code {number}");
}
