using EventOps.Contracts;
using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.Planning;

/// <summary>What a new event starts with, so that it could open at once: one quota, and one ticket type that draws from it.</summary>
public static class FirstPlan
{
    public static EventPlan Of(Guid id, Guid organisation, string slug, EventTexts texts, EventTimes times, int places)
    {
        // Made from the event's id: the same form sent again means the same quota and type.
        var (pool, type) = (Derived(id, 1), Derived(id, 2));
        var parts = EventParts.None with
        {
            Gates = [Said("gate").De],
            Quotas = [new(pool, Said("quota").De)],
            TicketTypes = [new(type, 1, Said("type"), LocalizedText.Empty, 1, [pool])],
        };
        return new(id, organisation, slug, texts, times, parts, new Dictionary<Guid, int> { [pool] = places });
    }

    /// <summary>A second id that follows from a first one.</summary>
    public static Guid Derived(Guid id, byte step)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        bytes[15] += step;
        return new(bytes, bigEndian: true);
    }

    private static LocalizedText Said(string key) => new(
        PlanningTexts.Of.Find(Language.German, $"first.{key}")!, PlanningTexts.Of.Find(Language.English, $"first.{key}")!);
}
