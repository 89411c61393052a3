using System.Text.Json.Serialization;
using EventOps.Billing.Bills;
using EventOps.Billing.Cancelling;
using EventOps.Billing.Documents;
using EventOps.Billing.Issuing;
using EventOps.Billing.Mailing;
using EventOps.Billing.NumberSeries;
using EventOps.Billing.Payments;
using EventOps.Billing.Reminding;
using EventOps.Billing.Sellers;
using EventOps.Contracts;

namespace EventOps.Billing;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OrderTaken))]
[JsonSerializable(typeof(QuoteGiven))]
[JsonSerializable(typeof(InvoiceIssued))]
[JsonSerializable(typeof(InvoiceCancelled))]
[JsonSerializable(typeof(BillWithdrawn))]
[JsonSerializable(typeof(MoneyReceived))]
[JsonSerializable(typeof(MoneyTakenAway))]
[JsonSerializable(typeof(FellDue))]
[JsonSerializable(typeof(ReminderSent))]
[JsonSerializable(typeof(PaidBack))]
[JsonSerializable(typeof(NumberDrawn))]
[JsonSerializable(typeof(PaymentTakenIn))]
[JsonSerializable(typeof(PaymentAssigned))]
[JsonSerializable(typeof(PaymentFreed))]
[JsonSerializable(typeof(PaymentSetAside))]
[JsonSerializable(typeof(TwinKept))]
[JsonSerializable(typeof(TwinDropped))]
[JsonSerializable(typeof(SellerSettings))]
[JsonSerializable(typeof(Printed))]
[JsonSerializable(typeof(BillOrdered))]
[JsonSerializable(typeof(BillCancelled))]
[JsonSerializable(typeof(BillChanged))]
[JsonSerializable(typeof(IssueDue))]
[JsonSerializable(typeof(MoneyMoved))]
[JsonSerializable(typeof(BillMailDue))]
[JsonSerializable(typeof(DayPassed))]
[JsonSerializable(typeof(ReminderDue))]
[JsonSerializable(typeof(EventChanged))]
[JsonSerializable(typeof(PersonsErased))]
internal sealed partial class BillingJson : JsonSerializerContext;
