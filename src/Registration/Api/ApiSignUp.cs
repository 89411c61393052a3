using System.Globalization;
using System.Text.Json;
using EventOps.Registration.Events;
using EventOps.Registration.SigningUp;
using EventOps.Ui;

namespace EventOps.Registration.Api;

/// <summary>Checks the shape of a JSON sign-up as the form's is checked, and makes it the same request.</summary>
internal static class ApiSignUp
{
    private static readonly TextSource T = SigningUpTexts.Of;

    public static SignUpRequest Read(SignUpBody body, Guid typeId, Event @event, FormErrors errors)
    {
        var people = body.Attendees ?? [];
        if (people.Count == 0 || people.Count > @event.Rules.MaxAttendees)
            errors.Add("attendees", Shape.Sentence("shape.number", 1, @event.Rules.MaxAttendees));
        var language = Language.FindOr(body.Language, Language.Current).Code;
        return new(
            typeId, language,
            [.. people.Take(@event.Rules.MaxAttendees).Select((person, i) => Person(person, i, @event, errors))]);
    }

    private static SignUpRequest.Person Person(SignUpBody.Attendee person, int index, Event @event, FormErrors errors)
    {
        var shape = new Shape(errors);
        var at = $"attendees[{index.ToString(CultureInfo.InvariantCulture)}]";
        var answers = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var question in @event.Questions)
        {
            if (person.Answers?.GetValueOrDefault(question.Id.ToString()) is { } given && Given(given) is { Count: > 0 } texts)
                answers[question.Id] = [.. texts.Take(50).Select(text => shape.Text($"{at}.answers.{question.Id}", text, 2000))];
        }

        foreach (var question in @event.Questions.Where(question => question.Required && !answers.ContainsKey(question.Id)))
            errors.Add($"{at}.answers.{question.Id}", T["answer.missing", question.Label]);
        return new(
            shape.Line($"{at}.givenName", person.GivenName, 80, T["givenName.missing"]),
            shape.Line($"{at}.familyName", person.FamilyName, 80, T["familyName.missing"]),
            index > 0 && string.IsNullOrWhiteSpace(person.Email)
                ? "" : shape.Address($"{at}.email", person.Email, T["email.missing"]),
            shape.Line($"{at}.organisation", person.Organisation, 120), answers);
    }

    private static List<string> Given(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => [answer.GetString()!],
        JsonValueKind.True => ["yes"],
        JsonValueKind.Array => [.. answer.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
        _ => [],
    };
}
