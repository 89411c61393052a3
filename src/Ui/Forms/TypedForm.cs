using Microsoft.AspNetCore.Http;

namespace EventOps.Ui;

/// <summary>
/// A form as things stand or as it was typed, with a sentence for each field that needs another look. Fields are found on the
/// page by form and name, so that several forms can share one.
/// </summary>
public sealed class TypedForm(string name, Func<string, IReadOnlyList<string>> typed)
{
    private readonly Shape _shape = new([]);

    public string Name => name;

    public FormErrors Errors => _shape.Errors;

    public bool Fits => _shape.Fits;

    /// <summary>The first value, as it was typed.</summary>
    public string this[string field] => typed(field) is [var first, ..] ? first : "";

    public static TypedForm Of(string name, IFormCollection form) => new(name, field => [.. form[field].OfType<string>()]);

    /// <summary>A form that nobody has typed in yet.</summary>
    public static TypedForm Of(string name, IReadOnlyDictionary<string, string> standing) =>
        new(name, field => standing.TryGetValue(field, out var value) ? [value] : []);

    public string Id(string field) => $"{name}-{field}";

    public string? Error(string field) => Errors[Id(field)];

    public IReadOnlyList<string> All(string field) => typed(field);

    public bool Ticked(string field) => typed(field).Count > 0;

    public string Line(string field, int most, string? missing = null) => _shape.Line(Id(field), this[field], most, missing);

    public string Text(string field, int most = Shape.Paragraphs, string? missing = null) =>
        _shape.Text(Id(field), this[field], most, missing);

    public int Number(string field, int least, int most) => _shape.Number(Id(field), this[field], least, most);

    public DateTime? Moment(string field, string? value = null) => _shape.Moment(Id(field), value ?? this[field]);

    public string Address(string field, string missing) => _shape.Address(Id(field), this[field], missing);

    public void Wrong(string field, string sentence) => Errors.Add(Id(field), sentence);

    /// <summary>Puts a refusal, said in the words of its module, beside the field that can mend it.</summary>
    public void Refused(string field, object refusal, TextSource texts, Say? say = null) =>
        Wrong(field, RefusalText.For(refusal, texts, say));
}
