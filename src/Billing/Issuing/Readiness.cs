using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.NumberSeries;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Issuing;

/// <summary>Finds what a document needs to know: the seller, the taxes, the payer.</summary>
public sealed class Readiness(SellerRows sellers, IServiceProvider services)
{
    /// <summary>The document without its number, or what is lacking.</summary>
    public async Task<(Printed? Draft, Lack Lack)> Draft(BillOrder order, DateOnly today, CancellationToken ct) =>
        Drafting.Draft(order, await sellers.Of(order.OrganisationId, ct), await PayerOf(order, ct), today);

    /// <summary>The series of numbers that an organisation uses on a day.</summary>
    public async Task<string> SeriesOf(Guid organisationId, DateOnly day, CancellationToken ct) =>
        NumberPattern.InYear((await sellers.Of(organisationId, ct))!.Terms.NumberPattern, day.Year);

    private async Task<Payer?> PayerOf(BillOrder order, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetKeyedService<IPayers>(order.Payers) is { } payers ? await payers.Find(order.PayerId, ct)
            : null;
    }
}
