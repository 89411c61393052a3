using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Ui;

namespace EventOps.Registration.SettingUp;

/// <summary>The fields of a ticket type.</summary>
public static class TicketTypeForm
{
    public const string Name = "type";
    private static readonly TextSource T = SettingUpTexts.Of;

    /// <summary>An empty form with the next free tone; the only quota is chosen already.</summary>
    public static TypedForm New(Event e)
    {
        var tone = Enumerable.Range(1, 6).Where(tone => e.TicketTypes.All(type => type.Tone != tone)).FirstOrDefault(1);
        var pools = e.Quotas is [var only] ? [only.PoolId.ToString()] : (string[])[];
        return new(Name, field => field switch { "tone" => [Text(tone)], "pools" => pools, _ => [] });
    }

    public static TypedForm Standing(TicketType type) => new(Name, field => field switch
    {
        "name.de" => [type.Name.De],
        "name.en" => [type.Name.En],
        "hint.de" => [type.Hint.De],
        "hint.en" => [type.Hint.En],
        "tone" => [Text(type.Tone)],
        "pools" => [.. type.PoolIds.Select(id => id.ToString())],
        _ => [],
    });

    public static TicketType Read(TypedForm form, Event e, Guid id)
    {
        var name = form.Both("name", Shape.Name, T["type.name.missing"], T["type.name.missing.en"]);
        var hint = form.Both("hint", Shape.Title);
        var pools = e.Quotas.Select(quota => quota.PoolId).Where(pool => form.All("pools").Contains(pool.ToString())).ToList();
        if (form["own"].Trim().Length > 0) form.Number("own", 1, ManageQuotas.Most);
        else if (pools.Count == 0) form.Refused("pools", new QuotaNotFound());
        var tone = int.TryParse(form["tone"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
            ? Math.Clamp(chosen, 1, 6) : 1;
        return new(id, 0, name, hint, tone, pools);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
