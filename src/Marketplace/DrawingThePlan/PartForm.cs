using EventOps.Contracts;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.ShowingThePlan;
using EventOps.Ui;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>What else is on a plan beside stands.</summary>
public enum PartKind
{
    Zones,
    Categories,
    Entrances,
}

/// <summary>A zone, a category or an entrance as a form.</summary>
public static class PartForm
{
    public const string Name = "part";

    private static TextSource T => DrawingTexts.Of;

    public static TypedForm New(PartKind kind, Plan plan) => Form(LocalizedText.Empty, kind switch
    {
        PartKind.Zones => [("x", "0"), ("y", "0"), ("width", StandView.Metres(plan.Size.Width)),
            ("depth", StandView.Metres(plan.Size.Depth)), ("mode", nameof(BookingMode.Open))],
        PartKind.Categories => [("pattern", $"{plan.Categories.Count % StandView.Weaves}")],
        _ => [],
    });

    /// <summary>Null where the plan has no such part.</summary>
    public static TypedForm? Standing(PartKind kind, Plan plan, Guid id) => kind switch
    {
        PartKind.Zones => plan.Zones.Find(id) is { } zone ? Form(zone.Name, [
            ("x", StandView.Metres(zone.Box.X)), ("y", StandView.Metres(zone.Box.Y)), ("width", StandView.Metres(zone.Box.Width)),
            ("depth", StandView.Metres(zone.Box.Depth)), ("mode", zone.Mode.ToString())]) : null,
        PartKind.Categories => plan.Categories.Find(id) is { } category ? Form(category.Name, [
            ("price", category.NetPrice.ToString("0.00", Language.Current.Culture)),
            ("pattern", $"{category.Pattern % StandView.Weaves}")]) : null,
        _ => plan.Entrances.Find(id) is { } door
        ? Form(door.Name, [("x", StandView.Metres(door.X)), ("y", StandView.Metres(door.Y))]) : null,
    };

    /// <summary>The part itself, to see whether somebody changed it.</summary>
    public static object? Find(PartKind kind, Plan plan, Guid id) => kind switch
    {
        PartKind.Zones => plan.Zones.Find(id),
        PartKind.Categories => plan.Categories.Find(id),
        _ => plan.Entrances.Find(id),
    };

    public static PlanCommand Read(PartKind kind, TypedForm form, Plan plan, Guid id)
    {
        var name = Named(form);
        switch (kind)
        {
            case PartKind.Zones:
                var box = new Box(form.Metres("x", 0, 1000), form.Metres("y", 0, 1000), form.Metres("width", 0.5m, 1000),
                    form.Metres("depth", 0.5m, 1000));
                if (form.Fits && !plan.Size.Holds(box)) form.Wrong("width", T["zone.outside"]);
                return new PutZone(new(id, name, box, Enum.TryParse<BookingMode>(form["mode"], out var mode)
                    && Enum.IsDefined(mode) ? mode : BookingMode.Open));
            case PartKind.Categories:
                return new PutCategory(new(id, name, form.Euros("price") ?? 0, form.Number("pattern", 0, StandView.Weaves - 1)));
            default:
                return new PutEntrance(new(id, name, form.Metres("x", 0, plan.Size.Width), form.Metres("y", 0, plan.Size.Depth)));
        }
    }

    public static PlanCommand Removal(PartKind kind, Guid id) => kind switch
    {
        PartKind.Zones => new RemoveZone(id),
        PartKind.Categories => new RemoveCategory(id),
        _ => new RemoveEntrance(id),
    };

    internal static LocalizedText Named(TypedForm form)
    {
        var name = new LocalizedText(form.Line("name.de", Shape.Name), form.Line("name.en", Shape.Name));
        if (name.IsEmpty) form.Wrong("name.de", T["name.missing"]);
        return name;
    }

    private static TypedForm Form(LocalizedText name, IEnumerable<(string Field, string Value)> more) => TypedForm.Of(
        Name, more.Prepend(("name.en", name.En)).Prepend(("name.de", name.De))
        .ToDictionary(field => field.Item1, field => field.Item2));
}
