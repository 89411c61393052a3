using EventOps.Contracts;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.ReadyQuestions;

/// <summary>
/// Questions that public events ask again and again, worded with care in both languages. Their lineage is fixed: whoever asks them can
/// compare editions from the start.
/// </summary>
public static class Library
{
    private static readonly Scale s_five = new(
        1, 5, new("sehr schlecht", "very bad"), new("sehr gut", "very good"), DontKnow: true);
    private static readonly Scale s_agree = new(
        1, 5, new("stimmt gar nicht", "not at all true"), new("stimmt genau", "very true"), DontKnow: true);

    /// <summary>Lineage of the question which parts of the programme somebody was at.</summary>
    public static readonly Guid Sessions = new(100, 0, 0, [0xE0, 0, 0, 0, 0, 0, 0, 1]);

    public static LocalizedText WhichSessions { get; } = new("Welche Beiträge haben Sie besucht?", "Which sessions were you at?");

    public static IReadOnlyList<Question> All { get; } =
    [
        Rating(1, "Wie war der Tag für Sie im Ganzen?", "How was the day for you, all in all?"),
        Make(2, QuestionKind.Recommend, "Würden Sie den Tag weiterempfehlen?", "Would you recommend the day to others?") with { Scale = Scale.Recommending },
        Make(3, QuestionKind.Matrix, "Wie fanden Sie …", "How did you like …") with
        {
            Scale = s_five,
            Rows = Choices(("das Programm", "the programme"), ("den Marktplatz", "the marketplace"), ("das Mitreden in den Werkstätten", "having a say in the workshops"),
                ("den Ort und die Wege", "the place and finding your way"), ("Essen und Trinken", "food and drinks")),
        },
        Make(4, QuestionKind.Matrix, "Was trifft für Sie zu?", "What is true for you?") with
        {
            Scale = s_agree,
            Rows = Choices(("Ich habe etwas Neues gelernt.", "I learned something new."), ("Ich habe Menschen kennengelernt, mit denen ich in Kontakt bleibe.", "I met people with whom I will stay in touch."),
                ("Ich konnte mitreden.", "I had a say."), ("Ich habe mich willkommen gefühlt.", "I felt welcome.")),
        },
        Make(5, QuestionKind.MultipleChoice, "Was hat Ihnen am meisten gebracht?", "What was of most use to you?") with
        {
            Choices = [.. Choices(("Vorträge", "talks"), ("Werkstätten", "workshops"), ("Marktplatz", "marketplace"), ("BarCamp", "barcamp"), ("Gespräche", "conversations")),
                new(6, new("nichts davon", "none of these"), Alone: true)],
            Other = true,
            Bounds = new(null, 3),
        },
        Make(6, QuestionKind.SingleChoice, "Woher wussten Sie von der Veranstaltung?", "How did you hear of the event?") with
        {
            Choices = Choices(("von Kolleginnen oder Freunden", "from colleagues or friends"), ("aus der Presse", "from the press"), ("aus sozialen Medien", "from social media"),
                ("von der Website der Stadt", "from the city's website"), ("durch eine Einladung", "by an invitation")),
            Other = true,
        },
        Make(7, QuestionKind.SingleChoice, "Kommen Sie wieder?", "Will you come again?") with
        {
            Choices = Choices(("ja", "yes"), ("vielleicht", "maybe"), ("nein", "no")),
        },
        Make(8, QuestionKind.Ranking, "Wovon soll es nächstes Mal mehr geben?", "What should there be more of next time?") with
        {
            Choices = Choices(
                ("Vorträge", "talks"), ("Mitmachen", "things to take part in"), ("Zeit für Gespräche", "time to talk"),
                ("Beispiele aus anderen Städten", "examples from other cities")),
        },
        Make(9, QuestionKind.LongText, "Was sollen wir anders machen?", "What should we do differently?"),
        Make(10, QuestionKind.LongText, "Was soll unbedingt so bleiben?", "What should stay as it is?"),
        Make(11, QuestionKind.Rating, "Wie gut kamen Sie zurecht: Wege, Türen, Akustik, Sprache?", "How well did you get along: ways, doors, acoustics, language?") with { Scale = s_five },
        Make(12, QuestionKind.Number, "Wie viele Minuten waren Sie unterwegs zu uns?", "How many minutes did it take you to get here?") with { Bounds = new(0, 600) },
        Make(13, QuestionKind.SingleChoice, "In welcher Rolle waren Sie da?", "In which role were you here?") with
        {
            Choices = Choices(
                ("Verwaltung", "administration"), ("Zivilgesellschaft", "civil society"), ("Wirtschaft", "business"),
                ("Wissenschaft", "research"), ("Politik", "politics"), ("privat", "as a private person")),
            Other = true,
        },
    ];

    private static Question Rating(int number, string de, string en) =>
        Make(number, QuestionKind.Rating, de, en) with { Scale = s_five };

    private static Question Make(int number, QuestionKind kind, string de, string en)
    {
        var id = new Guid(number, 0, 0, [0xE0, 0, 0, 0, 0, 0, 0, 1]);
        return new(id, id, kind, 1, new(de, en), LocalizedText.Empty, [], [], null, Need.Voluntary, false, Bounds.None, null);
    }

    private static List<QuestionChoice> Choices(params (string De, string En)[] texts) =>
        [.. texts.Select((text, at) => new QuestionChoice(at + 1, new(text.De, text.En)))];
}
