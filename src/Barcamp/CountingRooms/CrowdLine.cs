using EventOps.Ui;

namespace EventOps.Barcamp.CountingRooms;

/// <summary>Says how full a room is: exactly to those who run the day, about to everybody.</summary>
public static class CrowdLine
{
    private static TextSource T => Texts.Of;

    /// <summary>41 im Raum, 60 Plätze.</summary>
    public static string Exact(int people, int seats) => T["crowd.exact", Say.Number(people), Say.Number(seats)];

    /// <summary>Etwa 40 von 60 Plätzen besetzt; null while nearly nobody is there.</summary>
    public static string? About(int people, int seats)
    {
        if (people >= seats) return T["crowd.full", Say.Number(seats)];
        var step = seats < 50 ? 5 : 10;
        var about = Math.Min(seats, (people + (step / 2)) / step * step);
        return about == 0 ? null : T["crowd.about", Say.Number(about), Say.Number(seats)];
    }
}
