using System.Diagnostics;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Planning;

/// <summary>The event of the URL as its own organisation sees it. For everybody else it does not exist.</summary>
public sealed record Organised(Guid Id, Event Event, Caller Caller)
{
    public string Url => $"/events/{Event.Slug}";

    public Say Say => Say.In(Event.Times.TimeZone);

    /// <summary>Who acts, for the metadata of events.</summary>
    public Metadata Who => new(Activity.Current?.TraceId.ToString(), Actor: Caller.Actor, Device: Caller.DeviceId?.ToString());

    /// <summary>Pages of organisers below /events/{slug}: own events only, never kept by a browser or proxy.</summary>
    public static RouteGroupBuilder Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("events/{slug}");
        group.RequireAuthorization(Policies.Organiser).AddEndpointFilter(OnlyOwn);
        return group;
    }

    public static async ValueTask<Organised?> BindAsync(HttpContext http)
    {
        var events = http.RequestServices.GetRequiredService<EventLookup>();
        var caller = Caller.Of(http.User);
        var found = await events.FindNewest((string)http.GetRouteValue("slug")!, http.RequestAborted);
        // Never null: a missing argument would be answered as a malformed request, not as 404.
        return found is not null && caller.MaySee(found.Event.OrganisationId, found.Id)
            ? new(found.Id, found.Event, caller)
            : new(Guid.Empty, Event.Decider.Initial, caller);
    }

    /// <summary>Work on the event, told to the other modules.</summary>
    public Work Change(params IReadOnlyList<EventCommand> commands)
    {
        var work = new Work();
        foreach (var command in commands)
            work.On(Event.Stream(Id), Event.Decider, command);
        return work.Then(Announcement.Of(Id)).By(Who);
    }

    private static async ValueTask<object?> OnlyOwn(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store";
        // The check itself only leaves a note; whoever reads a form meets it, but a button without fields would not.
        if (call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) return Results.BadRequest();
        return call.Arguments.OfType<Organised>().SingleOrDefault() is { Event.Planned: true }
            ? await next(call)
            : PageAnswers.NotFound();
    }
}
