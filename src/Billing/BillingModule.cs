using EventOps.Billing.Bills;
using EventOps.Billing.Cancelling;
using EventOps.Billing.Documents;
using EventOps.Billing.Frame;
using EventOps.Billing.Hearing;
using EventOps.Billing.ImportingStatements;
using EventOps.Billing.Issuing;
using EventOps.Billing.Keeping;
using EventOps.Billing.Mailing;
using EventOps.Billing.Matching;
using EventOps.Billing.PayingABill;
using EventOps.Billing.Reading;
using EventOps.Billing.Refunding;
using EventOps.Billing.Reminding;
using EventOps.Billing.Sellers;
using EventOps.Billing.SettingUp;
using EventOps.Billing.ShowingBills;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing;

/// <summary>Invoices, what was paid, and what is owed back: the module's table of contents.</summary>
public static class BillingModule
{
    public static IServiceCollection AddBilling(this IServiceCollection services) => services
        .AddSingleton<SellerRows>()
        .AddSingleton<DocumentRows>()
        .AddSingleton<Readiness>()
        .AddSingleton<CancelBill>()
        .AddSingleton<BillLinks>()
        .AddSingleton<IPaymentProvider, BankTransfer>()
        .AddSingleton<BillRows>()
        .AddSingleton<PaymentRows>()
        .AddSingleton<OpenBills>()
        .AddSingleton<BookPayment>()
        .AddSingleton<TakeStatement>()
        .AddChapters()
        .AddSingleton<Retention>()
        .AddHostedService<RetentionClock>()
        .AddToMessaging(messages => messages
            .Map(BillingMessages.BillOrdered, BillingJson.Default.BillOrdered)
            .Map(BillingMessages.BillCancelled, BillingJson.Default.BillCancelled)
            .Map(BillingMessages.BillChanged, BillingJson.Default.BillChanged)
            .Map(IssueDue.StoredName, BillingJson.Default.IssueDue)
            .Map(MoneyMoved.StoredName, BillingJson.Default.MoneyMoved)
            .Map(BillMailDue.StoredName, BillingJson.Default.BillMailDue)
            .Map(DayPassed.StoredName, BillingJson.Default.DayPassed)
            .Map(ReminderDue.StoredName, BillingJson.Default.ReminderDue)
            .Map(RegistrationMessages.EventChanged, BillingJson.Default.EventChanged)
            .Map(RegistrationMessages.PersonsErased, BillingJson.Default.PersonsErased)
            .On<BillOrdered>("billing.on-bill-ordered", OnBillOrdered.Handle)
            .On<BillCancelled>("billing.on-bill-cancelled", OnBillCancelled.Handle)
            .On<EventChanged>("billing.on-event-changed", OnEventChanged.Handle)
            .On<PersonsErased>("billing.on-persons-erased", OnPersonsErased.Handle)
            .On<IssueDue>("billing.on-issue-due", OnIssueDue.Handle)
            .On<MoneyMoved>("billing.on-money-moved", OnMoneyMoved.Handle)
            .On<DayPassed>("billing.on-day-passed", RemindPayer.Handle)
            .On<ReminderDue>("billing.on-reminder-due", RemindPayer.Handle)
            .OnEdge<BillMailDue>("billing.send-mail", SendBillMail.Handle, Retrying.Patient))
        .AddToEventStore(store =>
        {
            StoredEvents.Map(store.Events);
            store.Schema("billing", typeof(BillingModule).Assembly)
                .Inline(BillList.Projection)
                .Rows<SellerRows.SellerRow>(SellerRows.SellerRow.Write)
                .Rows<DocumentRows.DocumentRow>(DocumentRows.DocumentRow.Write)
                .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write)
                .Rows<NewPayment>(NewPayment.Write)
                .Rows<PaymentMoved>(PaymentMoved.Write)
                .Rows<ImportDone>(ImportDone.Write)
                .Rows<Retention.Forgotten>(Retention.Forgotten.Write);
        });

    public static IEndpointRouteBuilder MapBilling(this IEndpointRouteBuilder app)
    {
        ShowBill.Map(app);
        var organisers = AtBilling.Map(app);
        ListBills.Map(organisers, AtBilling.MapApi(app));
        ManageBill.Map(organisers);
        ImportStatement.Map(organisers);
        MatchPayments.Map(organisers);
        ListRefunds.Map(organisers);
        SetUpSeller.Map(organisers);
        return app;
    }
}
