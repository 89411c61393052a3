using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.ReadingTheList;

/// <summary>One person: what is stored, what happened, what can be done. Answers "why was this person refused?".</summary>
public sealed class ShowPerson(AttendeeReader list, PersonHistory history, FormKeys keys)
{
    public static void Map(IEndpointRouteBuilder own) => own.MapGet("attendees/{id:guid}",
        (Organised at, Guid id, string? done, ShowPerson page, CancellationToken ct) => page.Of(at, id, null, done, ct));

    /// <summary>The page as things stand; a correction that came back stays as it was typed.</summary>
    public async Task<IResult> Of(Organised at, Guid id, TypedForm? cameBack, string? done, CancellationToken ct)
    {
        if (await list.Find(at.Id, id, ct) is not { } person) return PageAnswers.NotFound();
        return new RazorComponentResult<PersonPage>(new
        {
            At = at,
            Person = person,
            History = await history.Of(at, person, ct),
            Form = cameBack ?? CorrectPerson.Standing(person),
            Key = keys.Issue(),
            Done = done is "corrected" or "sent" or "cancelled" or "in" ? done : null,
        })
        { StatusCode = cameBack is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }
}
