using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>Shows the event to the public, or hides it again.</summary>
public static class OpenSignUp
{
    public static void Map(IEndpointRouteBuilder own)
    {
        own.MapPost(
            "setup/publish", (Organised at, IEventStore store, CancellationToken ct) => Handle(at, new PublishEvent(), store, ct))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        own.MapPost(
            "setup/withdraw",
            (Organised at, IEventStore store, CancellationToken ct) => Handle(at, new WithdrawEvent(), store, ct))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true));
    }

    public static async Task<IResult> Handle(Organised at, EventCommand command, IEventStore store, CancellationToken ct) =>
        (await store.Handle(at.Change(command), ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, at.Event)
            : Results.Extensions.SeeOther($"{at.Url}/setup");
}
