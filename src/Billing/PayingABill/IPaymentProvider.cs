using EventOps.Billing.Documents;

namespace EventOps.Billing.PayingABill;

/// <summary>
/// A way to pay a bill. A transfer only tells what to fill in and learns of the money from bank statements. Another provider
/// (cards, ePayBL) implements the same three steps and is registered beside it under a key of its own:
/// <list type="number">
/// <item>Start: the payer chose it; the answer is what to show, or where to send the browser.</item>
/// <item>Return: the browser comes back. What it says is shown and never booked: anybody can call that address.</item>
/// <item>Notice: the provider's own call, its signature checked. Each names the provider's id of the payment, so that the same
/// notice again books nothing: the payment's id is made of key and provider's id, and a bill takes each payment once.</item>
/// </list>
/// </summary>
public interface IPaymentProvider
{
    /// <summary>Names the way in addresses and settings: transfer.</summary>
    string Key { get; }

    /// <summary>Begins a payment of what is outstanding.</summary>
    Task<PaymentStart> Start(Printed invoice, decimal outstanding, Uri back, CancellationToken ct);

    /// <summary>Reads a notice of the provider; null where it is none of theirs, or this way has no notices.</summary>
    Task<ProviderPayment?> Read(ProviderNotice notice, CancellationToken ct);
}

/// <summary>How a payment goes on.</summary>
/// <param name="GoTo">Where to send the browser; null where the payer does the rest alone.</param>
/// <param name="Account">What to fill in a transfer; null for other ways.</param>
/// <param name="Code">Payload for banking apps; null where there is none.</param>
public sealed record PaymentStart(Uri? GoTo, TransferTo? Account, string? Code);

/// <summary>The fields of a transfer.</summary>
public sealed record TransferTo(string Holder, string Iban, string Bic, decimal Amount, string Purpose);

/// <summary>A call of a provider as it arrived, for the signature to be checked.</summary>
public sealed record ProviderNotice(IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Money that a provider vouches for.</summary>
/// <param name="ProviderId">The provider's id of the payment: the same in every notice about it.</param>
/// <param name="BillId">What it pays.</param>
/// <param name="Amount">In euros; negative where it was taken back.</param>
/// <param name="On">When.</param>
public sealed record ProviderPayment(string ProviderId, Guid BillId, decimal Amount, DateOnly On);
