using EventOps.Billing.Bills;
using EventOps.Billing.NumberSeries;
using EventOps.Billing.Payments;
using EventOps.Support;

namespace EventOps.Billing.Tests;

public class BillContract() : DeciderContract<BillCommand, Bill, BillEvent>(Bill.Decider);

public class SeriesContract() : DeciderContract<SeriesCommand, Series, SeriesEvent>(Series.Decider);

public class PaymentContract() : DeciderContract<PaymentCommand, Payment, PaymentEvent>(Payment.Decider);
