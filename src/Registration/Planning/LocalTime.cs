namespace EventOps.Registration.Planning;

/// <summary>
/// From the wall clock of a place to an instant. In spring one hour does not exist there: such a time has no instant. In autumn
/// one comes twice: the first is meant.
/// </summary>
public static class LocalTime
{
    /// <summary>Whether this is the name of a zone in the IANA database, such as Europe/Berlin.</summary>
    public static bool IsZone(string name) => name is "UTC"
        || (name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId);

    /// <summary>The instant in UTC, or null where the clock skips this time.</summary>
    public static DateTimeOffset? Instant(DateTime local, string zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        if (rules.IsInvalidTime(local)) return null;
        var offset = rules.IsAmbiguousTime(local) ? rules.GetAmbiguousTimeOffsets(local).Max() : rules.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>What the clock on the wall shows.</summary>
    public static DateTime Of(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
}
