using EventOps.Registration.Events;
using EventOps.Registration.SigningUp;

namespace EventOps.Host.Demo;

/// <summary>Sixty invented attendees; any likeness to a person is by chance.</summary>
internal static class DemoPeople
{
    private static readonly string[] s_given =
    [
        "Aylin", "Benedikt", "Cem", "Dorothea", "Emre", "Franziska", "Georgios", "Hanna", "Ivo", "Jasmin", "Korbinian", "Leonie",
        "Mirjam", "Niklas", "Olga", "Paulina", "Quirin", "Rosa", "Svenja", "Tarek",
    ];

    private static readonly string[] s_family =
    [
        "Yüksel-Maier", "Achleitner", "Brandhofer", "Öztürk", "Obermoser", "Dirkmann", "Papadakis", "Wiesinger", "Kovač",
        "Lindqvist",
        "Freiherr von und zu Hohenaschau-Wolkenstein", "Huber", "Nguyễn", "Osterhuber", "Petrenko", "Reindl", "Schäfflein",
        "Tischler", "Unterberger", "Zárate",
    ];

    private static readonly string[][] s_organisations =
    [
        ["Stadtbibliothek München", "Sozialreferat", "Kreisverwaltungsreferat", "Statistisches Amt", "Baureferat"],
        ["Landratsamt Dachau", "Universität Passau", "Code for Munich", "", "Freie Demokratische Werkstatt e. V."],
        ["Münchner Stadtanzeiger", "Radio Isar"],
        ["GovBot", "InsightsDE", "Werdenktwas", "Polyteia", "Smarter Together"],
    ];

    /// <summary>Person number 0 to 59 with the type they come as: mostly staff and guests, some press and exhibitors.</summary>
    public static (TicketType Type, SignUpRequest Request) Number(int number, Event @event)
    {
        var kind = (number % 12) switch { 0 => 2, 1 or 2 => 3, < 7 => 1, _ => 0 };
        var type = @event.TicketTypes[kind];
        var given = s_given[number % s_given.Length];
        var family = s_family[((number * 7) + (number / s_given.Length)) % s_family.Length];
        var organisations = s_organisations[kind];
        var answers = new Dictionary<Guid, IReadOnlyList<string>>
        {
            [@event.Questions[1].Id] = [@event.Questions[1].Options[number % 3 == 0 ? 0 : 1].De],
        };
        if (number % 5 == 0) answers[@event.Questions[0].Id] = [@event.Questions[0].Options[number / 5 % 3].De];
        return (type, new(type.Id, number % 4 == 3 ? "en" : "de",
            [new(given, family, $"attendee{number + 1}@stadt.example", organisations[number % organisations.Length], answers)]));
    }
}
