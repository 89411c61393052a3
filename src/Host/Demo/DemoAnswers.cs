using EventOps.Surveys.Questionnaires;

namespace EventOps.Host.Demo;

/// <summary>What the people of the demo answer: drawn by lot with a fixed seed, around what an edition was like.</summary>
/// <param name="Seed">Of the lot.</param>
/// <param name="Rows">For the rows of the matrix: how likely the two best steps are.</param>
/// <param name="Overall">The same for the day as a whole.</param>
/// <param name="Promoters">How likely somebody gives a 9 or 10.</param>
/// <param name="Texts">What some say in their own words.</param>
internal sealed record DemoAnswers(
    int Seed, IReadOnlyList<double> Rows, double Overall, double Promoters, IReadOnlyList<string> Texts)
{
    public static DemoAnswers Last { get; } = new(2016, [0.79, 0.55, 0.41, 0.53, 0.7], 0.72, 0.38,
    [
        "Weniger zuhören, mehr mitreden.", "Zeigt doch mal, was es schon gibt: ein Marktplatz mit Projekten wäre gut.",
        "Mehr zum Ausprobieren, mehr Interaktives.", "Ich habe den Raum nicht gefunden.", "Bitte zwei Tage statt einem.",
        "Die Wege waren schlecht ausgeschildert.", "Mehr Zeit für Gespräche zwischen den Vorträgen.",
        "More hands-on parts, please.",
        "Ein Marktplatz, auf dem Projekte sich zeigen.", "Mehr Steckdosen.", "Die Suppe war großartig.",
        "Interaktive Teile statt Frontalvorträge.",
    ]);

    public static DemoAnswers This { get; } = new(2017, [0.8, 0.81, 0.63, 0.52, 0.74], 0.79, 0.5,
    [
        "Weiter so mit dem Marktplatz.", "Der Marktplatz war das Beste.", "Mehr Steckdosen. Und bitte wieder die Suppe.",
        "Die Wege waren schlecht ausgeschildert, ich habe die Werkstatt erst beim zweiten Mal gefunden.",
        "Endlich konnte man mitreden.",
        "The marketplace was great.", "Mehr Werkstätten, weniger Folien.", "Werkstätten bitte länger.", "Schilder an die Türen!",
        "Wo war eigentlich Raum 3? Schilder fehlten.", "Das BarCamp im Mai: gute Idee.", "Mehr Zeit in den Werkstätten.",
    ]);

    public Answers Of(int person, IReadOnlyList<Question> questions)
    {
        var dice = new Random(Seed * 1000 + person);
        var given = Answers.None;
        foreach (var question in questions)
        {
            if (dice.NextDouble() > 0.05 && Of(question, dice) is { } answer) given = given.With(question.Id, answer);
        }

        return given;
    }

    private Answer? Of(Question question, Random dice) => question.Kind switch
    {
        QuestionKind.Rating => Answer.Of(Step(dice, Overall)),
        QuestionKind.Matrix => new(question.Rows.Select((row, at) => (row.Code, Value: dice.NextDouble() < 0.06 ? Scale.DontKnowValue : Step(dice, Rows[at % Rows.Count])))
            .ToDictionary(row => row.Code, row => row.Value)),
        QuestionKind.Recommend => Answer.Of(dice.NextDouble() is var luck && luck < Promoters ? dice.Next(9, 11) : luck < 0.85 ? dice.Next(7, 9) : dice.Next(0, 7)),
        QuestionKind.SingleChoice => Answer.Of(
            question.Choices[(int)(dice.NextDouble() * dice.NextDouble() * question.Choices.Count)].Code),
        QuestionKind.MultipleChoice => Answer.Chosen(question.Choices.Where(choice => !choice.Alone && dice.NextDouble() < 0.35)
            .Take(question.Bounds.Most ?? int.MaxValue).Select(choice => choice.Code).DefaultIfEmpty(question.Choices[^1].Code)),
        QuestionKind.Ranking => Answer.Ranked(question.Choices.OrderBy(choice => choice.Code * dice.NextDouble()).Take(dice.Next(2, 5)).Select(choice => choice.Code)),
        QuestionKind.LongText => dice.NextDouble() < 0.16 ? Answer.Words(Texts[dice.Next(Texts.Count)]) : null,
        _ => null,
    };

    private static int Step(Random dice, double best) =>
        dice.NextDouble() < best ? dice.Next(4, 6) : dice.NextDouble() < 0.7 ? 3 : dice.Next(1, 3);
}
