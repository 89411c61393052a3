using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EventOps.Barcamp.SchedulingByProposal;

/// <summary>How free a proposed schedule is.</summary>
public enum Freedom
{
    /// <summary>Everything may move, and what waits gets a place.</summary>
    All,

    /// <summary>Only what has a place moves; what waits goes on waiting.</summary>
    Placed,

    /// <summary>The fewest moves that mend what does not work.</summary>
    Little,
}

/// <summary>Which schedule a moderator asks for; it stands in the address, so that two moderators see the same.</summary>
/// <param name="Freedom">How much may move.</param>
/// <param name="Seed">Another number searches another way.</param>
/// <param name="From">Version of the board that it starts from; null for the newest.</param>
public sealed record ScheduleWish(Freedom Freedom, int Seed, long? From)
{
    public string Mode => Freedom.ToString().ToLowerInvariant();

    public string Query => FormattableString.Invariant($"?mode={Mode}&seed={Seed}&from={From}");

    public string Another => FormattableString.Invariant($"?mode={Mode}&seed={Seed % 9999 + 1}");

    public string Anew => FormattableString.Invariant($"?mode={Mode}&seed={Seed}");

    public static ScheduleWish Read(string? mode, string? seed, string? from) => new(
        Enum.TryParse<Freedom>(mode, ignoreCase: true, out var freedom) && Enum.IsDefined(freedom) ? freedom : Freedom.All,
        int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1,
        long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null);

    public static ScheduleWish Read(IFormCollection typed) => Read(typed["mode"], typed["seed"], typed["from"]);
}
