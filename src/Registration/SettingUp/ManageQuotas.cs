using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.Pools;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>How many places there are: named supplies that ticket types draw from.</summary>
public static class ManageQuotas
{
    public const string Section = "quotas";
    public const int Most = 1_000_000;

    public static void Map(IEndpointRouteBuilder own)
    {
        var quotas = own.MapGroup("setup/quotas").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        quotas.MapPost("", Add);
        quotas.MapPost("{id:guid}", Change);
        quotas.MapPost("{id:guid}/remove", Remove);
    }

    public static string FormOf(Guid poolId) => $"quota-{poolId:N}";

    public static TypedForm Standing(Quota quota, Pool pool) => TypedForm.Of(FormOf(quota.PoolId), new Dictionary<string, string>
    {
        ["name"] = quota.Name,
        ["places"] = pool.Capacity.ToString(CultureInfo.InvariantCulture),
    });

    public static async Task<IResult> Add(
        Organised at, IFormCollection typed, ShowSetUp page, FormKeys keys, CancellationToken ct)
    {
        var form = TypedForm.Of("quota-new", typed);
        var (name, places) = Read(form);
        var key = keys.Read(typed["key"]);
        if (key is null) form.Wrong("name", PlanningTexts.Of["form.old"]);
        var id = key?.Id ?? default;
        var work = at.Change(new OpenQuota(new(id, name))).On(Pool.Stream(id), Pool.Decider, new OpenPool(at.Id, places));
        return await page.Done(at, form, work, Section, _ => "name", ct);
    }

    public static async Task<IResult> Change(Organised at, Guid id, IFormCollection typed, ShowSetUp page, CancellationToken ct)
    {
        if (at.Event.Quotas.All(quota => quota.PoolId != id)) return PageAnswers.NotFound();
        var form = TypedForm.Of(FormOf(id), typed);
        var (name, places) = Read(form);
        var work = at.Change(new RenameQuota(id, name)).On(Pool.Stream(id), Pool.Decider, new ChangeCapacity(places));
        return await page.Done(at, form, work, Section, refusal => refusal is FewerPlacesThanTaken ? "places" : "name", ct);
    }

    public static async Task<IResult> Remove(Organised at, Guid id, IFormCollection typed, ShowSetUp page, CancellationToken ct) =>
        await page.Done(at, TypedForm.Of(FormOf(id), typed), at.Change(new CloseQuota(id)), Section, _ => "name", ct);

    private static (string Name, int Places) Read(TypedForm form) =>
        (form.Line("name", Shape.Name, SettingUpTexts.Of["quota.name.missing"]), form.Number("places", 0, Most));
}
