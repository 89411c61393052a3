namespace EventOps.Ui;

/// <summary>
/// Names of days and months, and the clock. Own tables, so that no update of the system's culture data changes a page.
/// </summary>
internal static class Calendar
{
    private static readonly string[] s_germanMonths =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
    private static readonly string[] s_englishMonths =
        [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];
    private static readonly string[] s_germanDays =
        ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
    private static readonly string[] s_englishDays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string Month(DateTime day, bool german) => (german ? s_germanMonths : s_englishMonths)[day.Month - 1];

    public static string Weekday(DateTime day, bool german) => (german ? s_germanDays : s_englishDays)[(int)day.DayOfWeek];

    /// <summary>9:03 or 9:03 am; when short, a full hour is only 9 or 9 am.</summary>
    public static string Clock(DateTime time, bool german, bool brief)
    {
        var minutes = brief && time.Minute == 0 ? "" : $":{time.Minute:00}";
        if (german) return $"{time.Hour}{minutes}";
        var hour = time.Hour % 12 is 0 ? 12 : time.Hour % 12;
        return $"{hour}{minutes} {(time.Hour < 12 ? "am" : "pm")}";
    }
}
