using System.Collections.Frozen;

namespace EventOps.Barcamp.FindingTwins;

/// <summary>
/// Topics of barcamps on cities and offices, in the words of both languages: what means the same gets the same name.
/// </summary>
internal static class Topics
{
    private const int LongestPhrase = 3;

    private static readonly string[] s_topics =
    [
        "Bürgerhaushalt, Beteiligungshaushalt, participatory budget, participatory budgeting, citizens budget",
        "offene Daten, Open Data, offene Verwaltungsdaten, open government data",
        "Barrierefreiheit, barrierefrei, barrierefreies Internet, accessibility, accessible, a11y, BITV, WCAG",
        "Leichte Sprache, Einfache Sprache, plain language, easy language, easy read, easy to read, Bürgersprache",
        "Künstliche Intelligenz, KI, artificial intelligence, AI, machine learning, maschinelles Lernen",
        "Bürgerbeteiligung, Partizipation, Mitbestimmung, public participation, citizen participation, " +
            "civic participation, participation",
        "Digitalisierung, digitale Transformation, digital transformation, digitalisation, digitisation",
        "E-Government, digitale Verwaltung, elektronische Verwaltung, digital government, egovernment, digital administration",
        "offene Verwaltung, Open Government, offenes Regierungshandeln",
        "freie Software, Open Source, quelloffene Software, open source software, FOSS, free software",
        "Datenschutz, DSGVO, data protection, GDPR, privacy",
        "Informationsfreiheit, Transparenzgesetz, freedom of information, IFG, FOI",
        "Radverkehr, Fahrrad, Fahrradverkehr, Radfahren, cycling, bicycle, bike, biking",
        "Nahverkehr, ÖPNV, public transport, public transit",
        "Klimaschutz, Klimawandel, climate protection, climate change, climate action",
        "Nachhaltigkeit, sustainability, sustainable",
        "Ehrenamt, Freiwilligenarbeit, volunteering, volunteer work, bürgerschaftliches Engagement, civic engagement",
        "Chatbot, Sprachassistent, Dialogsystem, chat bot, voice assistant",
        "Bürgerbüro, Bürgeramt, citizens office, citizen service centre",
        "Mängelmelder, Anliegenmelder, issue reporting, fix my street",
        "Stadtplanung, Stadtentwicklung, urban planning, city planning, urban development",
        "Wohnen, Wohnungsbau, Wohnraum, housing, affordable housing",
        "Energiewende, energy transition",
        "soziale Medien, Social Media, soziale Netzwerke, social networks",
        "Zusammenarbeit, Kooperation, collaboration, cooperation",
        "Fehlerkultur, Scheitern, failure culture, learning from failure",
        "agiles Arbeiten, agile Methoden, agile work, agile methods, Scrum",
        "Design Thinking, nutzerzentrierte Gestaltung, Nutzerorientierung, user centred design, " +
            "user centered design, human centred design",
        "Wissensmanagement, knowledge management",
        "Jugendbeteiligung, Jugendliche, youth participation, young people",
        "Integration, Geflüchtete, Flüchtlinge, refugees, migrants, Migration",
        "Gleichstellung, Diversität, Vielfalt, diversity, equality, inclusion, Inklusion",
        "Stadtgarten, Urban Gardening, Gemeinschaftsgarten, community garden, Gemeinschaftsgärten",
        "Internet der Dinge, internet of things, IoT, Sensoren, sensors",
        "Smart City, smarte Stadt, intelligente Stadt",
        "Blockchain, verteilte Register, distributed ledger",
        "Haushaltsplan, Haushalt, budget, municipal budget",
        "Schule, Schulen, school, schools, digitale Schule",
        "digitale Teilhabe, digitale Kluft, digital divide, digital inclusion",
        "Homeoffice, mobiles Arbeiten, remote work, working from home, Telearbeit",
    ];

    private static readonly FrozenDictionary<string, string> s_names = s_topics
        .SelectMany((line, at) => line.Split(',', StringSplitOptions.TrimEntries)
            .Select(phrase => (Key: Key(Wording.Of(phrase)), Topic: $"#{at}")))
        .Where(phrase => phrase.Key.Length > 0).DistinctBy(phrase => phrase.Key)
        .ToFrozenDictionary(phrase => phrase.Key, phrase => phrase.Topic, StringComparer.Ordinal);

    public static bool IsTopic(string word) => word.StartsWith('#');

    /// <summary>The same words, with the longest known phrases as one.</summary>
    public static IEnumerable<(string Stem, string Surface)> Name(IEnumerable<(string Stem, string Surface)> words)
    {
        var all = words.ToArray();
        for (var at = 0; at < all.Length;)
        {
            var length = Math.Min(LongestPhrase, all.Length - at);
            while (length > 0 && !s_names.ContainsKey(Key(all[at..(at + length)]))) length--;
            yield return length == 0
                ? all[at]
                : (s_names[Key(all[at..(at + length)])], string.Join(' ', all[at..(at + length)].Select(word => word.Surface)));
            at += Math.Max(1, length);
        }
    }

    private static string Key(IEnumerable<(string Stem, string Surface)> words) =>
        string.Join(' ', words.Select(word => word.Stem));
}
