using EventOps.Billing.Bills;
using EventOps.Billing.Frame;
using EventOps.Billing.Issuing;
using EventOps.Billing.Reading;
using EventOps.Billing.Sellers;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Billing.SettingUp;

/// <summary>Who sells, how, and with which taxes. Whatever waited for it is issued then.</summary>
public static class SetUpSeller
{
    private const string Path = "/billing/settings";

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet(
            "settings", async (AtBilling at, HttpContext http, SellerRows sellers, TimeProvider clock, CancellationToken ct) =>
        {
            var settings = await sellers.Of(at.OrganisationId, ct);
            return Show(http, settings, settings is null ? SellerForm.New() : SellerForm.Standing(settings),
                TaxRuleForm.New(Germany.Today(clock)), 200);
        });
        organisers.MapPost("settings", Save);
        organisers.MapPost("settings/rules", AddRule);
        organisers.MapPost("settings/rules/removal", RemoveRule);
    }

    private static async Task<IResult> Save(
        AtBilling at, IFormCollection typed, HttpContext http, SellerRows sellers, BillRows bills, IEventStore store,
        TimeProvider clock, CancellationToken ct)
    {
        var standing = await sellers.Of(at.OrganisationId, ct);
        var form = TypedForm.Of(SellerForm.Name, typed);
        var settings = SellerForm.Read(form, standing?.Terms.Rules ?? []);
        return form.Fits ? await Store(at, settings, bills, store, clock, ct)
            : Show(http, standing, form, TaxRuleForm.New(Germany.Today(clock)), 422);
    }

    private static async Task<IResult> AddRule(
        AtBilling at, IFormCollection typed, HttpContext http, SellerRows sellers, BillRows bills, IEventStore store,
        TimeProvider clock, CancellationToken ct)
    {
        if (await sellers.Of(at.OrganisationId, ct) is not { } standing) return Results.Extensions.SeeOther(Path);
        var form = TypedForm.Of(TaxRuleForm.Name, typed);
        var rules = TaxRuleForm.Read(form);
        if (!form.Fits) return Show(http, standing, SellerForm.Standing(standing), form, 422);
        // A rule of the same kind and day is replaced.
        var kept = standing.Terms.Rules.Where(rule => !rules.Any(other => other.For == rule.For && other.From == rule.From));
        return await Store(at, With(standing, [.. kept, .. rules]), bills, store, clock, ct);
    }

    private static async Task<IResult> RemoveRule(
        AtBilling at, IFormCollection typed, SellerRows sellers, BillRows bills, IEventStore store, TimeProvider clock,
        CancellationToken ct)
    {
        if (await sellers.Of(at.OrganisationId, ct) is not { } standing) return Results.Extensions.SeeOther(Path);
        var kept = standing.Terms.Rules.Where(rule => $"{rule.For} {rule.From:yyyy-MM-dd}" != typed["rule"]);
        return await Store(at, With(standing, [.. kept]), bills, store, clock, ct);
    }

    private static SellerSettings With(SellerSettings standing, IReadOnlyList<TaxRule> rules) =>
        standing with { Terms = standing.Terms with { Rules = [.. rules.OrderBy(rule => rule.For).ThenBy(rule => rule.From)] } };

    private static async Task<IResult> Store(
        AtBilling at, SellerSettings settings, BillRows bills, IEventStore store, TimeProvider clock, CancellationToken ct)
    {
        var waiting = await bills.Waiting(at.OrganisationId, ct);
        await store.Handle(new Work().By(at.Metadata).Then(commit =>
        {
            commit.Write(new SellerRows.SellerRow(at.OrganisationId, settings, clock.GetUtcNow()));
            foreach (var id in waiting) commit.Publish(new IssueDue(id), Bill.Stream(id));
        }), ct);
        return Results.Extensions.SeeOther(Path);
    }

    private static IResult Show(HttpContext http, SellerSettings? standing, TypedForm form, TypedForm rule, int status) =>
        PageAnswers.Own<SettingsPage>(http, new { Standing = standing, Form = form, Rule = rule }, status);
}
