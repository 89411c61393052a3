using EventOps.Contracts;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;

namespace EventOps.Host.Demo;

/// <summary>The Open Government Day 2017 as an event to try everything on; its day lies three weeks after the first start.</summary>
internal static class DemoEvent
{
    public const string Slug = "ogtm17";
    private const string Zone = "Europe/Berlin";
    private const int Hall = 320;

    public static EventPlan Plan(DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var day = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(21);
        DateTimeOffset At(int hour) => new DateTimeOffset(day.AddHours(hour), zone.GetUtcOffset(day.AddHours(hour))).ToUniversalTime();
        var hall = new Quota(Guid.NewGuid(), "Saal");
        var (parts, capacities) = Parts(hall, day);
        return new(
            Guid.NewGuid(), Organisations.First, Slug, Texts, new EventTimes(At(9), At(17), At(8), Zone), parts,
            new Dictionary<Guid, int>(capacities) { [hall.PoolId] = Hall });
    }

    /// <summary>The edition before: only what people said about it is left.</summary>
    public static EventPlan LastYear(DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-351);
        var hall = new Quota(Guid.NewGuid(), "Saal");
        var guests = new TicketType(Guid.NewGuid(), 1, new("Gäste", "Guests"), LocalizedText.Empty, 2, [hall.PoolId]);
        return new(
            Guid.NewGuid(), Organisations.First, "ogtm16",
            Texts with { Name = new("Open Government Tag München 2016", "Open Government Day Munich 2016") },
            new EventTimes(day.AddHours(8), day.AddHours(16), null, Zone),
            EventParts.None with { Quotas = [hall], TicketTypes = [guests], Publish = true },
            new Dictionary<Guid, int> { [hall.PoolId] = Hall });
    }

    private static EventTexts Texts { get; } = new(
        new("Open Government Tag München 2017", "Open Government Day Munich 2017"),
        new("Ein Tag, an dem die Stadt zuhört. Und antwortet.", "A day when the city listens. And answers."),
        new(
            "Beim Open Government Tag treffen sich Verwaltung, Politik, Forschung und Wirtschaft. Sie hören kurze Vorträge, probieren am Marktplatz Neues aus und reden in den Werkstätten mit. Der Eintritt ist frei.",
            "At the Open Government Day, city staff, politics, research and business meet. Hear short talks, try new things at the marketplace and speak up in the workshops. Admission is free. Most talks are in German; people are glad to switch."),
        new(
            "Bahn: S-Bahn und U3, U6 bis Marienplatz, Ausgang B mit Aufzug\nOhne Stufen: Eingang Nord, Aufzug zu allen Räumen, barrierefreie Toilette im Erdgeschoss",
            "Train: S-Bahn and U3, U6 to Marienplatz, exit B with lift\nStep-free: north entrance, lift to all rooms, accessible toilet on the ground floor"),
        "Altes Rathaus, Marienplatz 15, 80331 München",
        "Landeshauptstadt München, E- und Open-Government. ogt@stadt.example, 089 555 01 17");

    private static (EventParts Parts, Dictionary<Guid, int> Capacities) Parts(Quota hall, DateTime day)
    {
        (LocalizedText Name, LocalizedText Hint, int Tone, int Places)[] types =
        [
            (new("Stadt München", "City of Munich"), new("Sie arbeiten bei der Landeshauptstadt.", "You work for the city."), 1, 140),
            (new("Gäste", "Guests"), new("Andere Behörden, Forschung, Wirtschaft, alle Neugierigen.", "Other authorities, research, business, everybody curious."), 2, 150),
            (new("Presse", "Press"), new("Bitte den Presseausweis mitbringen.", "Please bring your press card."), 6, 10),
            (new("Aussteller", "Exhibitors"), new("Sie haben einen Stand auf dem Marktplatz.", "You have a stand at the marketplace."), 3, 40),
        ];
        var quotas = types.Select(type => new Quota(Guid.NewGuid(), type.Name.De)).ToList();
        var parts = EventParts.None with
        {
            Rules = SignUpRules.Usual,
            Gates = ["Nord", "Süd"],
            Quotas = [hall, .. quotas],
            TicketTypes = [.. types.Select((type, i) =>
                new TicketType(Guid.NewGuid(), i + 1, type.Name, type.Hint, type.Tone, [hall.PoolId, quotas[i].PoolId]))],
            Questions = DemoQuestions.All,
            Programme = DemoProgramme.On(day),
            Publish = true,
        };
        return (parts, quotas.Zip(types).ToDictionary(pair => pair.First.PoolId, pair => pair.Second.Places));
    }
}
