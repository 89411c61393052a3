using EventOps.Marketplace.Plans;
using EventOps.Ui;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>A stand in words.</summary>
internal static class StandFacts
{
    private static readonly TextSource T = BookingTexts.Of;

    public static IEnumerable<(string Term, string Description)> Of(PlannedStand stand, Plan plan, decimal netPrice)
    {
        yield return (T["size"], $"{Metres(stand.Box.Width)} × {Metres(stand.Box.Depth)} m");
        if (plan.Categories.Find(stand.CategoryId) is { } category) yield return (T["category"], category.Name.ToString());
        if (stand.ZoneId is { } id && plan.Zones.Find(id) is { } zone) yield return (T["zone"], zone.Name.ToString());
        yield return (T["price"], Price(netPrice));
        yield return (T["power"], stand.Watts == 0 ? T["none"] : T["watts", Say.Number(stand.Watts)]);
        yield return (T["network"], T[stand.Network ? "cable" : "none"]);
        var neighbours = stand.Neighbours.Select(plan.Stands.Find).OfType<PlannedStand>().Select(other => other.Number).ToList();
        if (neighbours.Count > 0) yield return (T["neighbours"], string.Join(", ", neighbours));
    }

    public static string Price(decimal net) => net == 0 ? T["no-cost"] : T["net", Say.Euro(net)];

    private static string Metres(decimal length) => Say.Number(length, length == Math.Truncate(length) ? 0 : 2);
}
