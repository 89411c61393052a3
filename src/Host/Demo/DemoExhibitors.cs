using EventOps.Contracts;

namespace EventOps.Host.Demo;

/// <summary>The seven of the first marketplace. Contacts and addresses are invented.</summary>
internal static class DemoExhibitors
{
    /// <summary>One of them.</summary>
    internal sealed record Project(
        string Stand, string Name, string Contact, string German, string English, IReadOnlyList<string> Topics,
        PayerKind Kind = PayerKind.Business, string Reference = "")
    {
        public string Email => $"{Stand.ToLowerInvariant()}@aussteller.example";

        public Payer Payer => new(Name, "", "Beispielweg 1", "80331", "München", "DE", Email, Kind, null, Reference, "de");
    }

    public static IReadOnlyList<Project> All { get; } =
    [
        new("A1", "E- und Open-Government der Stadt München", "Lena Demo",
            "Anträge ohne Papier, offene Daten und die Frage, was Sie als Nächstes brauchen.",
            "Forms without paper, open data, and the question what you need next.", ["E-Government", "Open Data"],
            PayerKind.PublicBody, "09162000-OGTM17-46"),
        new("A2", "Smarter Together", "Jonas Demo", "Ein Stadtteil probiert aus, wie Mobilität und Energie anders gehen.",
            "A quarter tries out other ways with mobility and energy.", ["Smart City", "Mobilität", "Energie"]),
        new("A4", "Bundesministerium des Innern", "Ute Demo", "Open Government Partnership und das Open-Data-Gesetz zum Nachfragen.",
            "Open Government Partnership and the open-data law: ask us.", ["Open Data", "OGP"], PayerKind.PublicBody,
            "991-33333TEST-33"),
        new("B2", "GovBot", "Kim Demo", "Ein Chatbot, der Behördendeutsch versteht und Deutsch spricht.",
            "A bot that understands officialese and speaks plainly.", ["Chatbot", "E-Government"]),
        new("B4", "InsightsDE", "Alex Demo", "Was Bürgerinnen und Bürger wirklich fragen, aus Daten gelesen.",
            "What citizens really ask, read from data.", ["Daten", "Beteiligung"]),
        new("B7", "Werdenktwas mit „Sag’s doch“ Friedrichshafen", "Robin Demo", "Schlagloch, Laterne, gute Idee: melden und sehen, was daraus wird.",
            "Pothole, lamp, good idea: report it and see what becomes of it.", ["Mängelmelder", "Beteiligung"]),
        new("C3", "Polyteia", "Sam Demo", "Zahlen der Stadt auf einen Blick, für alle, die entscheiden.",
            "The city's figures at a glance, for those who decide.", ["Daten", "Start-up"]),
    ];
}
