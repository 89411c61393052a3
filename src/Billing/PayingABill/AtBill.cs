using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.PayingABill;

/// <summary>A bill whose link this browser has followed.</summary>
public sealed record AtBill(Guid Id, Bill Bill, IReadOnlyList<KeptDocument> Documents)
{
    public string Url => $"/bills/{Id}";

    public KeptDocument? Invoice => Documents.FirstOrDefault(document => document.Printed.Kind == DocumentKind.Invoice);

    /// <summary>The newest document; null before there is one, and after the years that it is kept.</summary>
    public KeptDocument? Newest => Documents is [.., var last] ? last : null;

    public static async Task<AtBill?> Find(HttpContext http, Guid id, CancellationToken ct)
    {
        var services = http.RequestServices;
        if (!services.GetRequiredService<BillLinks>().Knows(http, id)) return null;
        var (bill, _) = await services.GetRequiredService<IEventStore>().Load(Bill.Stream(id), Bill.Decider, ct);
        if (bill.Stage == BillStage.Missing) return null;
        var found = new AtBill(id, bill, await services.GetRequiredService<DocumentRows>().OfBill(id, ct));
        http.PreferLanguage(found.Newest?.Printed.Payer.Language);
        return found;
    }
}
