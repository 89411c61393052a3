using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Ui;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>A stand as a form: everything by numbers and choices.</summary>
public static class StandForm
{
    public const string Name = "stand";
    private const decimal Largest = 100;
    private const int MostWatts = 50_000;

    private static TextSource T => DrawingTexts.Of;

    public static TypedForm New(Plan plan) => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["width"] = StandView.Metres(plan.Stands.LastOrDefault()?.Box.Width ?? 3),
        ["depth"] = StandView.Metres(plan.Stands.LastOrDefault()?.Box.Depth ?? 2),
        ["category"] = plan.Categories.FirstOrDefault()?.Id.ToString() ?? "",
        ["watts"] = "0",
        ["derive"] = "true",
    });

    public static TypedForm Standing(Plan plan, PlannedStand stand)
    {
        var standing = new Dictionary<string, string>
        {
            ["number"] = stand.Number,
            ["x"] = StandView.Metres(stand.Box.X),
            ["y"] = StandView.Metres(stand.Box.Y),
            ["width"] = StandView.Metres(stand.Box.Width),
            ["depth"] = StandView.Metres(stand.Box.Depth),
            ["category"] = stand.CategoryId.ToString(),
            ["zone"] = stand.ZoneId?.ToString() ?? "",
            ["price"] = stand.NetPrice?.ToString("0.00", Language.Current.Culture) ?? "",
            ["watts"] = stand.Watts.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["neighbours"] = string.Join(", ", stand.Neighbours.Select(plan.Stands.Find).OfType<PlannedStand>()
                .Select(other => other.Number).Order(NumberOrder.ByParts)),
        };
        if (stand.Network) standing["network"] = "true";
        if (Neighbourhood.Follows(stand, plan)) standing["derive"] = "true";
        return TypedForm.Of(Name, standing);
    }

    public static PlannedStand Read(TypedForm form, Plan plan, Guid id)
    {
        var number = StandNumber.Tidy(form["number"]);
        if (number is null) form.Wrong("number", T["number.wrong", StandNumber.Longest]);
        var box = new Box(
            form.Metres("x", 0, 1000), form.Metres("y", 0, 1000), form.Metres("width", 0.5m, Largest),
            form.Metres("depth", 0.5m, Largest));
        if (!Guid.TryParse(form["category"], out var category)) form.Wrong("category", T["category.missing"]);
        return new(
            id, number ?? "", box, category, Guid.TryParse(form["zone"], out var zone) ? zone : null, form.Euros("price"),
            form.Number("watts", 0, MostWatts), form.Ticked("network"),
            form.Ticked("derive") ? Neighbourhood.Of(id, box, plan.Stands) : Named(form, plan, id));
    }

    private static List<Guid> Named(TypedForm form, Plan plan, Guid id)
    {
        var found = new List<Guid>();
        foreach (var number in form["neighbours"]
            .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var stand = plan.Stands.FirstOrDefault(other =>
                string.Equals(other.Number, number, StringComparison.OrdinalIgnoreCase));
            if (stand is null) form.Wrong("neighbours", T["neighbours.unknown", number]);
            else if (stand.Id != id && !found.Contains(stand.Id)) found.Add(stand.Id);
        }

        return found;
    }
}
