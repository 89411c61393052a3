using EventOps.EventStore;

namespace EventOps.Billing;

/// <summary>The names under which this module's events are stored for ever.</summary>
internal static class StoredEvents
{
    private static BillingJson Json => BillingJson.Default;

    public static void Map(EventTypes events) => events
        .Map("billing.order-taken.v1", Json.OrderTaken)
        .Map("billing.quote-given.v1", Json.QuoteGiven)
        .Map("billing.invoice-issued.v1", Json.InvoiceIssued)
        .Map("billing.invoice-cancelled.v1", Json.InvoiceCancelled)
        .Map("billing.bill-withdrawn.v1", Json.BillWithdrawn)
        .Map("billing.money-received.v1", Json.MoneyReceived)
        .Map("billing.money-taken-away.v1", Json.MoneyTakenAway)
        .Map("billing.fell-due.v1", Json.FellDue)
        .Map("billing.reminder-sent.v1", Json.ReminderSent)
        .Map("billing.paid-back.v1", Json.PaidBack)
        .Map("billing.number-drawn.v1", Json.NumberDrawn)
        .Map("billing.payment-taken-in.v1", Json.PaymentTakenIn)
        .Map("billing.payment-assigned.v1", Json.PaymentAssigned)
        .Map("billing.payment-freed.v1", Json.PaymentFreed)
        .Map("billing.payment-set-aside.v1", Json.PaymentSetAside)
        .Map("billing.twin-kept.v1", Json.TwinKept)
        .Map("billing.twin-dropped.v1", Json.TwinDropped);
}
