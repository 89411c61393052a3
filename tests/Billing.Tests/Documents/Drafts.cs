using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Money;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.Documents;

/// <summary>Documents without a database.</summary>
public static class Drafts
{
    public static BillOrder Order(IReadOnlyList<BilledLine>? lines = null, bool quote = false) => new(
        Guid.NewGuid(), Guid.NewGuid(), FakePayers.Key, Guid.NewGuid(), "", "ABC23", new("Stand A12", "Stand A12"),
        new(2027, 5, 5), new(2027, 5, 6), lines ?? Sample.Lines, quote, null);

    public static Printed Invoice(SellerSettings? settings = null, Payer? payer = null, IReadOnlyList<BilledLine>? lines = null)
    {
        var (draft, lack) = Drafting.Draft(Order(lines), settings ?? Sample.Settings, payer ?? Sample.Payer, new(2026, 11, 26));
        Assert.Equal(Lack.None, lack);
        return draft! with { Number = "OGTM-2026-0001", Rf = Rf.Of("OGTM-2026-0001")! };
    }
}
