namespace EventOps.Surveys.Exporting;

/// <summary>
/// The table of the open data: the same columns for every survey, so that editions can be put below each other.
/// </summary>
public static class OpenFigures
{
    /// <summary>Name, type, what it says in English and in German, and how it is read from a figure.</summary>
    public static IReadOnlyList<(string Name, string Type, string En, string De, Func<FigureRow, object?> Of)> Columns { get; } =
    [
        ("question_id", "string", "The question", "Die Frage", row => row.Question.Id.ToString()),
        ("lineage", "string", "The same in all surveys that ask it again", "In allen Umfragen gleich, die sie wieder stellen",
            row => row.Question.Lineage.ToString()),
        ("kind", "string", "Kind of the question", "Art der Frage", row => Camel.Case(row.Question.Kind)),
        ("question_de", "string", "Its words in German", "Wortlaut, deutsch", row => row.Question.Text.De),
        ("question_en", "string", "Its words in English", "Wortlaut, englisch", row => row.Question.Text.En),
        ("row", "integer", "Row of a matrix", "Zeile einer Matrix", row => row.Row?.Code),
        ("row_de", "string", "Words of the row in German", "Wortlaut der Zeile, deutsch", row => row.Row?.Text.De),
        ("row_en", "string", "Words of the row in English", "Wortlaut der Zeile, englisch", row => row.Row?.Text.En),
        ("measure", "string", "What the figure is", "Was die Zahl ist", row => row.Measure),
        ("code", "integer", "Choice, or step of a scale; of the net promoter score the least answer of a group",
            "Auswahl oder Stufe; bei der Weiterempfehlung die kleinste Antwort der Gruppe", row => row.Code),
        ("answer_de", "string", "Words of the answer in German", "Wortlaut der Antwort, deutsch", row => row.Answer?.De),
        ("answer_en", "string", "Words of the answer in English", "Wortlaut der Antwort, englisch", row => row.Answer?.En),
        ("count", "integer", "People", "Personen", row => row.Count),
        ("base", "integer", "People that the share is of", "Personen, auf die sich der Anteil bezieht", row => row.Base),
        ("share", "number", "From 0 to 1", "Von 0 bis 1", row => row.Share),
        ("low", "number", "Lower end of the 95 % interval", "Unteres Ende des 95-%-Intervalls", row => row.Low),
        ("high", "number", "Upper end of the 95 % interval", "Oberes Ende des 95-%-Intervalls", row => row.High),
        ("value", "number", "What is no share: mean, score, rank", "Was kein Anteil ist: Mittelwert, Punkte, Rang",
            row => row.Value),
    ];

    public static DataSchema Schema { get; } =
        new([.. Columns.Select(column => new DataField(column.Name, column.Type, $"{column.En} / {column.De}"))], [""]);

    public static byte[] Csv(IReadOnlyList<FigureRow> rows) => CsvFile.Write(
    [
        [.. Columns.Select(column => column.Name)],
        .. rows.Select(row => (IReadOnlyList<object?>)[.. Columns.Select(column => column.Of(row))]),
    ]);
}
