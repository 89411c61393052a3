using EventOps.Contracts;
using EventOps.Registration.Events;

namespace EventOps.Host.Demo;

/// <summary>The demo day's programme: short talks, workshops, a marketplace, and time to talk.</summary>
internal static class DemoProgramme
{
    private const string GreatHall = "Großer Saal";
    private const string SmallHall = "Kleiner Saal";
    private const string Library = "Bibliothek";
    private const string Workshop = "Werkstatt";
    private const string Foyer = "Foyer";

    public static IReadOnlyList<ProgrammeItem> On(DateTime day) =>
    [
        Plain(day, "8:00", "9:00", new("Einlass, Namensschild, Kaffee", "Doors, name badge, coffee")),
        Item(day, "9:00", "9:45", GreatHall, 1, new("Was Sie uns gesagt haben. Was wir daraus gemacht haben.", "What you told us. What we made of it."),
            new("Die Antworten der Umfrage 2016, ehrlich sortiert: getan, begonnen, abgelehnt. Mit Gründen.", "The answers of the 2016 survey, honestly sorted: done, in progress, declined. With reasons.")),
        Item(day, "10:00", "10:45", Workshop, 2, new("Ein Amt spricht Klartext", "An office speaks plainly"),
            new("Wir schreiben einen Bescheid um. Sie bringen den Rotstift, wir den Brief.", "We rewrite an official letter. You bring the red pen, we bring the letter.")),
        Item(day, "10:00", "10:45", Library, 3, new("Offene Daten, und wer räumt auf?", "Open data, and who tidies up?"),
            new("Gute Daten brauchen Pflege. Wer sie macht, und was sie kostet.", "Good data needs care. Who does it, and what it costs.")),
        Item(day, "10:00", "10:45", SmallHall, 4, new("Der Bot, der Wienerisch kann", "The bot that speaks Viennese"),
            new("Was passiert, wenn die Auskunft „Servus“ sagt? Erfahrungen aus Wien.", "What happens when the help desk says “Servus”? Lessons from Vienna.")),
        Item(day, "11:00", "14:00", Foyer, 6, new("Marktplatz und Mittagessen", "Marketplace and lunch"),
            new("Sieben Stände zum Ausprobieren, Fragen und Weitersagen. Mit Suppe, vegetarisch und vegan.", "Seven stands to try, ask and pass on. With soup, vegetarian and vegan.")),
        Item(day, "14:00", "14:45", Workshop, 2, new("Ein Formular in drei Minuten", "A form in three minutes"),
            new("Wir füllen gemeinsam aus, stoppen die Zeit und streichen, was niemand braucht.", "We fill it in together, take the time, and strike out what nobody needs.")),
        Item(day, "14:00", "14:45", Library, 3, new("Wer hat das entschieden?", "Who decided that?"),
            new("Ratsinformationen so, dass man sie findet.", "Council papers that people can find.")),
        Item(day, "15:00", "16:30", GreatHall, 1, new("Sie fragen, die Stadt antwortet", "You ask, the city answers"),
            new("Ohne Folien. Jede Frage bekommt einen Namen und ein Datum.", "No slides. Every question gets a name and a date.")),
        Plain(day, "16:30", "17:00", new("Was bleibt: fünf Sätze zum Mitnehmen", "What stays: five sentences to take home")),
    ];

    private static ProgrammeItem Item(
        DateTime day, string from, string until, string room, int tone, LocalizedText title, LocalizedText summary) =>
        new(Guid.NewGuid(), day + At(from), day + At(until), title, summary, room, tone);

    private static ProgrammeItem Plain(DateTime day, string from, string until, LocalizedText title) =>
        Item(day, from, until, "", 6, title, LocalizedText.Empty);

    private static TimeSpan At(string time) => TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
