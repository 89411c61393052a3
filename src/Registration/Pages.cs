using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;
using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Registration;

/// <summary>How this module says no: one mapping from refusals to status and page, for HTML and JSON alike.</summary>
public static class Pages
{
    /// <summary>404 for what does not exist, 422 for what makes no sense, 409 for what the state of things does not allow.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        EventNotFound or PoolNotFound or RegistrationNotFound or TicketTypeNotFound or QuotaNotFound => 404,
        KeyReused or EndsBeforeItStarts => 422,
        _ => 409,
    };

    public static IResult Refused(Refusal refusal, Event? @event = null)
    {
        if (Status(refusal) == StatusCodes.Status404NotFound) return PageAnswers.NotFound();
        var say = Say.In(@event?.Times.TimeZone ?? "Europe/Berlin");
        return new RazorComponentResult<RefusalPage>(new
        {
            Title = SigningUpTexts.Of["refused"],
            Text = RefusalText.For(refusal, Texts.Of, say),
            Brand = @event?.Texts.Name.ToString() ?? "EventOps",
            BrandHref = @event is null ? "/" : $"/events/{@event.Slug}",
        })
        { StatusCode = Status(refusal) };
    }
}
