using Microsoft.AspNetCore.Components;

namespace EventOps.Ui.Tests.Gallery;

/// <summary>What the pages of the gallery share.</summary>
public static class Frames
{
    public static readonly Say Say = Say.In("Europe/Berlin");
    public static readonly DateTimeOffset Start = new(2017, 10, 18, 9, 0, 0, TimeSpan.FromHours(2));
    public static readonly DateTimeOffset End = Start.AddHours(8);
    public const string Payload = "EO1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static readonly IReadOnlyList<NavLink> Event =
        [
            new("/gallery/event", "Programm"), new("/gallery/market", "Marktplatz"),
            new("/gallery/way", "Anfahrt"), new("#fragen", "Fragen"),
        ];

    public static readonly IReadOnlyList<NavLink> Staff =
    [
        new("/gallery/dashboard", "Übersicht"), new("/gallery/attendees", "Teilnehmende"), new("/gallery/door", "Einlass"),
        new("/gallery/badges", "Namensschilder"), new("/gallery/setup", "Einrichten"),
    ];

    public static readonly FormErrors Errors = new FormErrors().And("type", "Ticketart: bitte eine wählen")
        .And("last", "Nachname: bitte eintragen").And("mail", "E-Mail: da fehlt etwas nach dem @");

    public static readonly RenderFragment Contact = builder => builder.AddMarkupContent(0,
        "Landeshauptstadt München, E- und Open-Government. Fragen? <a href=\"mailto:ogt@stadt.example\">ogt@stadt.example</a>");

    public static readonly RenderFragment SignOut = builder => builder.AddMarkupContent(0,
        "<form method=\"post\" action=\"/sign-out\">"
        + "<button class=\"button button-quiet button-small\" type=\"submit\">Abmelden</button></form>");

    private static FormErrors And(this FormErrors errors, string field, string text)
    {
        errors.Add(field, text);
        return errors;
    }
}
