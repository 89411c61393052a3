using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.CheckingIn;

/// <summary>Which gate a scan belongs to.</summary>
public static class Gates
{
    private const int Longest = 100;

    /// <summary>
    /// The gate that was named, as the event spells it; else the device's; else the event's first. Null where a name cannot be
    /// one.
    /// </summary>
    public static string? Of(Event @event, string? named, string? deviceGate)
    {
        var gate = Shape.Tidy(named);
        if (gate.Length == 0) gate = deviceGate ?? @event.Gates.FirstOrDefault("Eingang");
        return @event.Gates.FirstOrDefault(known => string.Equals(known, gate, StringComparison.OrdinalIgnoreCase))
            ?? (Shape.Fault(gate, Longest) is null ? gate : null);
    }
}
