using EventOps.EventStore;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Registration.Visiting;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Registration.SettingUp;

/// <summary>Everything about an event on one page, with what is missing until sign-up can open.</summary>
public sealed class ShowSetUp(IEventStore store, NpgsqlDataSource database, FormKeys keys)
{
    public static void Map(IEndpointRouteBuilder own) =>
        own.MapGet("setup", (Organised at, ShowSetUp page, CancellationToken ct) => page.Of(at, null, ct));

    /// <summary>The page as things stand, but for the one form that came back.</summary>
    public async Task<IResult> Of(Organised at, TypedForm? cameBack, CancellationToken ct)
    {
        var pools = new Dictionary<Guid, Pool>();
        foreach (var quota in at.Event.Quotas)
            pools[quota.PoolId] = (await store.Load(Pool.Stream(quota.PoolId), Pool.Decider, ct)).State;
        return new RazorComponentResult<SetUpPage>(new
        {
            At = at,
            Pools = pools,
            CameBack = cameBack,
            Key = keys.Issue(),
            Speakers = await SpeakerRows.Of(database, at.Id, ct),
        })
        { StatusCode = cameBack is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>The end of a change: back to its section, or the form again with the refusal beside the field that can mend it.</summary>
    public async Task<IResult> Done(
        Organised at, TypedForm form, Work work, string anchor, Func<Refusal, string> field, CancellationToken ct)
    {
        if (form.Fits && (await store.Handle(work, ct)).Refusal is { } refusal) form.Refused(field(refusal), refusal, at.Say);
        return form.Fits ? Results.Extensions.SeeOther($"{at.Url}/setup#{anchor}") : await Of(at, form, ct);
    }
}
