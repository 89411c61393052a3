using EventOps.Ui;

namespace EventOps.Billing;

/// <summary>Days of invoices are days in Germany, wherever an event or a host is.</summary>
public static class Germany
{
    public const string Zone = "Europe/Berlin";

    public static Say Say => Say.In(Zone);

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Say.Local(clock.GetUtcNow()));

    /// <summary>Five past midnight of a day: when its clocks ring.</summary>
    public static DateTimeOffset Morning(DateOnly day) => Say.Instant(day.ToDateTime(new(0, 5))).ToUniversalTime();

    /// <summary>18.10.2017; 18/10/2017.</summary>
    public static string Day(DateOnly day) => Say.ShortDate(Say.Instant(day.ToDateTime(new(12, 0))));

    /// <summary>One day, or the first and the last.</summary>
    public static string Days(DateOnly from, DateOnly to) => from == to ? Day(from) : $"{Day(from)} – {Day(to)}";
}
