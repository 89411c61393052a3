using EventOps.Accounts.Devices;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.EnrollingScanners;

/// <summary>One phone of an event: its code as long as it is open, and its end when it is lost.</summary>
public sealed class ShowScanner(
    KnownEvents events, ScannerList list, EnrolmentTokens tokens, PublicUrl url, IEventStore store, DeviceKeys devices)
{
    private const string Path = OfferScanner.Path + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder organiser)
    {
        organiser.MapGet(Path, (string slug, Guid id, HttpContext http, ShowScanner scanner) => scanner.Show(slug, id, http));
        organiser.MapPost(Path + "/revoke", (string slug, Guid id, IFormCollection form, HttpContext http, ShowScanner scanner) =>
            scanner.End(slug, id, http));
    }

    private async Task<IResult> Show(string slug, Guid id, HttpContext http) =>
        await Find(slug, id, http) is { } found
            ? Answer.Page<ScannerCodePage>(
                http, new { found.Phone, found.Event, Link = url.Link($"{EnrolPhone.Path}?t={tokens.For(id)}") })
            : Answer.NotThere(http);

    private async Task<IResult> End(string slug, Guid id, HttpContext http)
    {
        if (await Find(slug, id, http) is null) return Answer.NotThere(http);
        await store.Handle(new Work()
            .On(Device.Stream(id), Device.Decider, new RevokeDevice())
            .By(new(Actor: Caller.Of(http.User).Actor)));
        devices.Refresh(id);
        return Answer.To($"/events/{slug}/devices");
    }

    private async Task<(ScannerPhone Phone, KnownEvent Event)?> Find(string slug, Guid id, HttpContext http) =>
        await events.Own(http, slug) is { } known && await list.Find(id) is { } phone && phone.EventId == known.Id
            ? (phone, known)
            : null;
}
