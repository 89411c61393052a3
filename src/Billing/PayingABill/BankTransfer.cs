using EventOps.Billing.Documents;
using EventOps.Billing.Money;

namespace EventOps.Billing.PayingABill;

/// <summary>A transfer to the seller's account, with a code that banking apps read.</summary>
public sealed class BankTransfer : IPaymentProvider
{
    public string Key => "transfer";

    public Task<PaymentStart> Start(Printed invoice, decimal outstanding, Uri back, CancellationToken ct)
    {
        var seller = invoice.Seller;
        var code = EpcQr.Payload(
            seller.Name, seller.Iban, seller.Bic, outstanding, invoice.Rf.Length > 0 ? invoice.Rf : null, invoice.Number);
        return Task.FromResult(new PaymentStart(
            null, new(seller.Name, Iban.Spaced(seller.Iban), seller.Bic, outstanding, invoice.Purpose),
            code is null ? null : EpcQr.ForEncoder(code)));
    }

    public Task<ProviderPayment?> Read(ProviderNotice notice, CancellationToken ct) => Task.FromResult<ProviderPayment?>(null);
}
