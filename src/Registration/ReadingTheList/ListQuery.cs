using System.Globalization;
using EventOps.Registration.Ticketing;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.ReadingTheList;

/// <summary>What part of an event's list is asked for.</summary>
/// <param name="Search">Words that all have to be in name, organisation or address; or a short code.</param>
/// <param name="TypeId">Only this ticket type.</param>
/// <param name="State">Only this state; see <see cref="States"/>.</param>
/// <param name="After">The last row of the part before.</param>
public sealed record ListQuery(string Search, Guid? TypeId, string? State, ListQuery.Place? After)
{
    public const int Longest = 100;

    /// <summary>Here, expected, waiting for the address to be confirmed, cancelled.</summary>
    public static readonly IReadOnlyList<string> States = ["present", "expected", "held", "cancelled"];

    /// <summary>A row's place in the order of the list: newest sign-up first, then by id.</summary>
    public sealed record Place(DateTimeOffset RegisteredAt, Guid AttendeeId)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{RegisteredAt.UtcTicks}_{AttendeeId:N}");

        public static Place? Parse(string? text) => text?.Split('_') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var attendee)
            ? new(new(at, TimeSpan.Zero), attendee)
            : null;
    }

    /// <summary>Reads the address of the page; what makes no sense is as if it was not there.</summary>
    public static ListQuery Of(IQueryCollection query)
    {
        var search = Shape.Tidy(query["q"]);
        return new(
            Shape.Fault(search, Longest) is null ? search : "",
            Guid.TryParse(query["type"], out var type) ? type : null,
            States.Contains(query["state"].ToString()) ? query["state"].ToString() : null,
            Place.Parse(query["after"]));
    }

    public bool Narrowed => Search.Length > 0 || TypeId is not null || State is not null;

    /// <summary>The whole short code, or its beginning, where what was typed looks like one.</summary>
    public string? CodeStart
    {
        get
        {
            var typed = Search.Replace(" ", "", StringComparison.Ordinal);
            if (typed.Length is < 4 or > 15 || !typed.Any(char.IsAsciiDigit)) return null;
            return ShortCode.Normalise(typed) ?? ShortCode.Normalise(typed.PadRight(12, '0'))?[..Math.Min(12, typed.Length)];
        }
    }

    /// <summary>The same list with other wishes, as an address.</summary>
    public string Url(string page, Guid? type = null, string? state = null, Place? after = null)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Search.Length > 0 ? Search : null), ("type", type?.ToString()), ("state", state), ("after", after?.ToString()),
        ];
        return page + QueryString.Create(
            parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}
