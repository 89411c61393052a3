using EventOps.Accounts.Hearing;
using EventOps.Accounts.Members;
using EventOps.Ui;

namespace EventOps.Accounts.RunningTheTeam;

/// <summary>Rights as an organiser picks them: everything, or scanning at one of the events.</summary>
public static class Choosing
{
    private const string Everything = "organiser";

    public static IReadOnlyList<Option> Options(IEnumerable<KnownEvent> events) =>
    [
        new(Everything, Texts.Of["right.organiser"]),
        .. events.Select(known => new Option(known.Id.ToString(), Texts.Of["right.scanner", known.Name])),
    ];

    /// <summary>The picked right, or null for one that was not offered.</summary>
    public static Right? Picked(string? value, IEnumerable<KnownEvent> events) =>
        value == Everything ? Right.Organiser
        : Guid.TryParse(value, out var id) && events.Any(known => known.Id == id) ? Right.ScannerAt(id)
        : null;

    public static string Value(Right right) => right.EventId?.ToString() ?? Everything;

    public static string Name(Right right, IEnumerable<KnownEvent> events) => right.Role == Role.Organiser
        ? Texts.Of["right.organiser"]
        : Texts.Of["right.scanner", events.FirstOrDefault(known => known.Id == right.EventId)?.Name.ToString() ?? "?"];
}
