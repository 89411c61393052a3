using EventOps.Contracts;
using Microsoft.AspNetCore.Http;

namespace EventOps.Accounts.Hearing;

/// <summary>Finds the event of a URL as the caller's organisation has it; any other is not there.</summary>
public static class OwnEvents
{
    public static Task<KnownEvent?> Own(this KnownEvents events, HttpContext http, string slug) =>
        events.BySlug(Caller.Of(http.User).OrganisationId!.Value, slug);
}
