using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Reading;
using static EventOps.Barcamp.Tests.PlanParts;

namespace EventOps.Barcamp.Tests.Exporting;

/// <summary>A board over the night in which clocks go forward, with everything that a file can trip over.</summary>
internal static class TwoDays
{
    public const string BaseUrl = "https://camp.example/mucgov18/board";

    public static readonly DateTimeOffset ChangedAt = new(2018, 3, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly DateTime s_saturday = new(2018, 3, 24, 10, 0, 0);
    private static readonly DateTime s_sunday = new(2018, 3, 25, 10, 0, 0);

    public static Plan Plan { get; } = Plan(
        [Room(1, 80, "beamer") with { Name = "Großer Saal" }, Room(2) with { Name = "Raum <2> & \"Flur\"" }],
        [
            At(1, s_saturday), At(2, s_saturday.AddHours(1)),
            At(3, s_saturday.AddHours(2)) with { Break = new("Mittag", "Lunch") },
            At(4, s_sunday), At(5, s_sunday.AddHours(1)),
        ],
        Session(1, Cell(1, 1)) with
        {
            Title = "Bürgerhaushalt: wer zählt, wer zahlt?",
            Summary = "Erste Zeile;\nzweite, mit Komma und \\ und 🎈.",
            Tags = ["beteiligung", "geld"],
            Hosts = [new(HostId(1), "Aylin Yüksel-Maier"), new(HostId(2), ""), new(HostId(3), "Bo <b>")],
            Sequence = 3,
        },
        Session(2, Cell(2, 4)) with
        {
            Wishes = Wishes.None with { Slots = 2 },
            Language = "en",
            Title = "=HYPERLINK(\"x\") \u0001 ]]>"
        },
        Session(3, Cell(2, 1)) with { State = SessionState.Cancelled, Sequence = 2, Title = "Abgesagt" },
        Session(4, Cell(2, 2)) with { State = SessionState.NoShow, Sequence = 2, Title = "Niemand da" },
        Session(5) with { Title = "Wartet noch" }) with
    {
        ChangedAt = ChangedAt,
    };

    private static Slot At(int number, DateTime start) => new(SlotId(number), start, start.AddMinutes(45), null);
}
