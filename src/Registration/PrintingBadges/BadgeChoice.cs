using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.PrintingBadges;

/// <summary>Which badges are printed and how they lie on the paper.</summary>
/// <param name="TypeId">Only this ticket type.</param>
/// <param name="From">Only sign-ups from this day on: for those who came after the first print.</param>
/// <param name="ByType">Sorted by ticket type, then by name; otherwise by name alone.</param>
/// <param name="OneEach">One A6 page each, for badge printers.</param>
public sealed record BadgeChoice(Guid? TypeId, DateOnly? From, bool ByType, bool OneEach)
{
    private const string Day = "yyyy-MM-dd";

    public static BadgeChoice All { get; } = new(null, null, false, false);

    public static BadgeChoice Of(IQueryCollection query) => new(
        Guid.TryParse(query["type"], out var type) ? type : null,
        DateOnly.TryParseExact(query["from"], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) ? from : null,
        query["order"] == "type", query["size"] == "a6");

    public string Query => QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("type", TypeId?.ToString()), ("from", From?.ToString(Day, CultureInfo.InvariantCulture)),
            ("order", ByType ? "type" : null), ("size", OneEach ? "a6" : null),
        }.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToString();
}
