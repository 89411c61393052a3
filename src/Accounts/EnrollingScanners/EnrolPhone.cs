using EventOps.Accounts.Authorising;
using EventOps.Accounts.Devices;
using EventOps.Accounts.Frame;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.Links;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.EnrollingScanners;

/// <summary>A phone that read the code becomes the scanner of its gate, by one button and only once.</summary>
public static class EnrolPhone
{
    public const string Path = "/enrol";

    public sealed record Form(string? T)
    {
        public static Form Of(IFormCollection sent) => new(sent["t"]);
    }

    public static void Map(IEndpointRouteBuilder open)
    {
        open.MapGet(Path, async (HttpContext http, EnrolmentTokens tokens, ScannerList list, KnownEvents events, string? t) =>
            tokens.Read(t) is { } id && await list.Find(id) is { } phone
                ? Answer.Page<EnrolPage>(http, new { Phone = phone, Event = await events.ById(phone.EventId), Token = t })
                : Answer.Notice(http, "enrol-over", 410));
        open.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, EnrolmentTokens tokens, ScannerList list, KnownEvents events, IEventStore store,
        DeviceKeys devices, SessionCookie sessions, TimeProvider clock)
    {
        var form = Form.Of(sent);
        if (tokens.Read(form.T) is not { } id || await list.Find(id) is not { } phone)
            return Answer.Notice(http, "enrol-over", 410);
        var key = Secret.New();
        var outcome = await store.Handle(new Work()
            .On(Device.Stream(id), Device.Decider, new Enrol(clock.GetUtcNow()))
            .By(new(Device: id.ToString()))
            .Then(commit => commit.Write(new DeviceKey(id, Secret.Hash(key)))));
        if (outcome.Refusal is { } refusal)
            return Answer.Refused(http, Texts.Of["enrol-over.title"], RefusalText.For(refusal, Texts.Of), "/sign-in");

        await sessions.SignOut(http); // the phone goes to the entry staff: nobody's own session stays on it
        devices.Refresh(id);
        await DeviceCookie.SignIn(http, id, key);
        return Answer.To(await events.ById(phone.EventId) is { } known ? $"/events/{known.Slug}/scan" : "/sign-in");
    }
}
