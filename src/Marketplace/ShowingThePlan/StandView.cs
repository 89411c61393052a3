using System.Globalization;
using EventOps.Marketplace.Plans;
using EventOps.Ui;

namespace EventOps.Marketplace.ShowingThePlan;

/// <summary>What a stand is to whoever looks: always a word, a pattern and a colour together.</summary>
public enum StandSight
{
    Free,

    /// <summary>All that the public learns of a stand that cannot be had.</summary>
    Taken,

    Held,
    Booked,
    Blocked,

    /// <summary>The exhibitor's own, who is looking.</summary>
    Own,
}

/// <summary>One stand as the plan and the table show it: ready to say, with nothing left to decide.</summary>
/// <param name="Stand">Where it is and what it has.</param>
/// <param name="Category">Its kind.</param>
/// <param name="Zone">Its part of the hall.</param>
/// <param name="Mode">How it is had.</param>
/// <param name="Price">Euros before tax.</param>
/// <param name="Sight">What it is to whoever looks.</param>
/// <param name="Neighbours">Numbers of the stands beside it.</param>
/// <param name="Who">Who has it, where whoever looks may know.</param>
/// <param name="ExhibitorId">Their id; for links.</param>
/// <param name="Until">When its hold ends.</param>
public sealed record StandView(
    PlannedStand Stand, Category? Category, Zone? Zone, BookingMode Mode, decimal Price, StandSight Sight,
    IReadOnlyList<string> Neighbours,
    string? Who = null, Guid? ExhibitorId = null, DateTimeOffset? Until = null)
{
    public Guid Id => Stand.Id;

    public string Number => Stand.Number;

    public bool IsFree => Sight == StandSight.Free;

    /// <summary>3 × 2 m.</summary>
    public string Size => PlanTexts.Of["size", Metres(Stand.Box.Width), Metres(Stand.Box.Depth)];

    public string State => PlanTexts.Of[$"sight.{Sight}"];

    /// <summary>Stand A12, frei, 3 × 2 m, 250,00 €: begins with what is written on the drawing, for those who speak to it.</summary>
    public string Label => string.Join(", ",
        ((string?[])[PlanTexts.Of["stand", Number], State, Size, Who, IsFree ? Say.Euro(Price) : null]).OfType<string>());

    /// <summary>Which weave its category is drawn with, 1 to 6.</summary>
    public int Weave => Category is { Pattern: var pattern } ? Math.Abs(pattern) % Weaves + 1 : 1;

    internal const int Weaves = 6;

    internal static string Metres(decimal length) => length.ToString("0.##", Language.Current.Culture);

    /// <summary>As numbers stand in SVG, whatever the language.</summary>
    internal static string Svg(decimal length) => Math.Round(length, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
