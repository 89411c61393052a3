using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.SigningUp;

/// <summary>The sign-up form as it was typed, so that nothing is lost when it comes back; checks shape only.</summary>
public sealed class SignUpForm(Event @event, Func<string, string> typed, Func<string, IReadOnlyList<string>> ticked, int people)
{
    private static readonly TextSource T = SigningUpTexts.Of;
    private readonly Shape _shape = new(new());

    public int People { get; } = Math.Clamp(people, 1, @event.Rules.MaxAttendees);

    public FormErrors Errors => _shape.Errors;

    public string this[string field] => typed(field);

    /// <summary>An empty form for a number of people.</summary>
    public static SignUpForm Empty(Event @event, int people, string? type) =>
        new(@event, field => field == "type" ? type ?? "" : "", _ => [], people);

    public static SignUpForm Of(Event @event, IFormCollection form) => new(
        @event, field => form[field].ToString(), field => [.. form[field].OfType<string>()],
        int.TryParse(form["people"], NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 1);

    /// <summary>Field names carry the person's number: <c>email-1</c>; questions their id: <c>q-{id}-1</c>.</summary>
    public static string Field(string name, int person) => $"{name}-{person.ToString(CultureInfo.InvariantCulture)}";

    public static string Field(Question question, int person) => Field($"q-{question.Id:N}", person);

    public IReadOnlyList<string> Ticked(string field) => ticked(field);

    /// <summary>The request, or null where <see cref="Errors"/> say what is to be mended.</summary>
    public SignUpRequest? Read(string language)
    {
        var type = Guid.TryParse(typed("type"), out var id) ? @event.TicketType(id) : null;
        if (type is null) Errors.Add("type", T["error.type"]);
        var read = Enumerable.Range(1, People).Select(Person).ToList();
        return Errors.Any ? null : new(type!.Id, language, read);
    }

    private SignUpRequest.Person Person(int number)
    {
        var answers = new Dictionary<Guid, IReadOnlyList<string>>();
        var person = new SignUpRequest.Person(
            Line("givenName", number, 80, required: true), Line("familyName", number, 80, required: true), Email(number),
            Line("organisation", number, 120, required: false), answers);
        foreach (var question in @event.Questions)
        {
            var answer = Answer(question, number);
            if (answer.Count > 0) answers[question.Id] = answer;
        }

        return person;
    }

    private string Line(string name, int person, int max, bool required)
    {
        var field = Field(name, person);
        return _shape.Line(field, typed(field), max, required ? T[$"{name}.missing"] : null);
    }

    private string Email(int person)
    {
        var field = Field("email", person);
        // The first address gets the mail; others may stay empty for people without one.
        return person > 1 && typed(field).Trim().Length == 0 ? "" : _shape.Address(field, typed(field), T["email.missing"]);
    }

    private IReadOnlyList<string> Answer(Question question, int person)
    {
        var field = Field(question, person);
        var given = ticked(field).Select(answer => answer.Trim()).Where(answer => answer.Length > 0).ToList();
        if (question.Required && given.Count == 0)
            Errors.Add(field, T["answer.missing", question.Label]);
        if (question.Kind is QuestionKind.OneOf or QuestionKind.AnyOf)
            return [.. given.Where(answer => question.Options.Any(option => option.De == answer || option.En == answer))];
        return [.. given.Take(1).Select(answer => question.Kind == QuestionKind.LongText
            ? _shape.Text(field, answer, 2000)
            : _shape.Line(field, answer, 200))];
    }
}
