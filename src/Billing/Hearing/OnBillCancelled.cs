using EventOps.Billing.Bills;
using EventOps.Billing.Cancelling;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Hearing;

/// <summary>What was ordered is not wanted any more.</summary>
public static class OnBillCancelled
{
    public static async Task<Work> Handle(BillCancelled heard, Handling handling)
    {
        var cancelling = handling.Services.GetRequiredService<CancelBill>();
        // Orders and cancellations come on lanes of their own: one that overtook, or met a bill that moves on, is tried again.
        handling.IfRefused(refusal => refusal is BillMovedOn ? throw new TooEarly(refusal.GetType().Name) : new Work());
        var work = await cancelling.Of(heard.BillId, heard.FeeBillId, heard.Fee, handling.Clock, handling.Cancellation);
        return work?.By(handling.Metadata) ?? throw new TooEarly(nameof(BillNotFound));
    }

    /// <summary>Try again: what this depends on has not happened yet.</summary>
    public sealed class TooEarly(string why) : Exception(why);
}
