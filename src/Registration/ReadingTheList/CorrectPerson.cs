using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Planning;
using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ReadingTheList;

/// <summary>Corrects a name, address or organisation. The event says that, the personal row says what.</summary>
public static class CorrectPerson
{
    private const int LongestName = 80;

    public static void Map(IEndpointRouteBuilder own) => own.MapPost("attendees/{id:guid}", Handle)
        .WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static TypedForm Standing(ListedAttendee person) => TypedForm.Of("person", new Dictionary<string, string>
    {
        ["givenName"] = person.GivenName ?? "",
        ["familyName"] = person.FamilyName ?? "",
        ["email"] = person.Email ?? "",
        ["organisation"] = person.Organisation ?? "",
    });

    public static async Task<IResult> Handle(
        Organised at, Guid id, IFormCollection typed, AttendeeReader list, ShowPerson page, IEventStore store,
        CancellationToken ct)
    {
        if (await list.Find(at.Id, id, ct) is not { Erased: false } person) return PageAnswers.NotFound();
        var form = TypedForm.Of("person", typed);
        var row = new PersonalRow(
            id, at.Id, form.Line("givenName", LongestName, SigningUpTexts.Of["givenName.missing"]),
            form.Line("familyName", LongestName, SigningUpTexts.Of["familyName.missing"]), Address(form),
            form.Line("organisation", Shape.Name), person.Answers!);
        if (form.Fits && !Same(row, person))
        {
            var work = new Work().On(Attendee.Stream(id), Attendee.Decider, new CorrectDetails()).By(at.Who)
                .Then(commit => commit.Write(row));
            if ((await store.Handle(work, ct)).Refusal is { } refusal) form.Refused("givenName", refusal);
        }

        return form.Fits
            ? Results.Extensions.SeeOther($"{at.Url}/attendees/{id}?done=corrected") : await page.Of(at, id, form, null, ct);
    }

    // Only who signed the others up needs an address.
    private static string Address(TypedForm form) => form["email"].Trim().Length == 0 ? "" : form.Address("email", "");

    private static bool Same(PersonalRow row, ListedAttendee person) =>
        (row.GivenName, row.FamilyName, row.Email, row.Organisation)
        == (person.GivenName, person.FamilyName, person.Email, person.Organisation);
}
