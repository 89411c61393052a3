using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.Billing.Mailing;
using EventOps.Billing.Sellers;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Reminding;

/// <summary>Overdue by the clock, reminded by a click or, if the organiser wants it so, by the clock too.</summary>
public static class RemindPayer
{
    public static async Task<Work> Handle(DayPassed passed, Handling handling)
    {
        var (services, ct) = (handling.Services, handling.Cancellation);
        var (bill, _) = await services.GetRequiredService<IEventStore>().Load(Bill.Stream(passed.BillId), Bill.Decider, ct);
        if (bill is not { Stage: BillStage.Issued, Order: { } order, DueOn: { } dueOn }) return new Work();
        var number = await services.GetRequiredService<DocumentRows>().NumberOf(passed.BillId, ct);
        var terms = (await services.GetRequiredService<SellerRows>().Of(order.OrganisationId, ct))?.Terms;
        return new Work().By(handling.Metadata)
            .On(Bill.Stream(passed.BillId), Bill.Decider, new FallDue(Germany.Today(handling.Clock)))
            .Then(commit =>
            {
                if (commit.Events.Count > 0) Plan(commit, passed.BillId, dueOn, terms, 1);
                commit.Tell(passed.BillId, number);
            });
    }

    public static async Task<Work> Handle(ReminderDue due, Handling handling)
    {
        var (services, ct) = (handling.Services, handling.Cancellation);
        var (bill, _) = await services.GetRequiredService<IEventStore>().Load(Bill.Stream(due.BillId), Bill.Decider, ct);
        if (bill is not { Stage: BillStage.Issued, Order: { } order, Outstanding: > 0 }) return new Work();
        var terms = (await services.GetRequiredService<SellerRows>().Of(order.OrganisationId, ct))?.Terms;
        if (terms?.RemindsItself != true) return new Work();
        var number = await services.GetRequiredService<DocumentRows>().NumberOf(due.BillId, ct);
        return Send(due.BillId, due.Level, Germany.Today(handling.Clock), number).By(handling.Metadata)
            .Then(commit => Plan(commit, due.BillId, bill.DueOn!.Value, terms, due.Level + 1));
    }

    /// <summary>Reminds once more; a level that was sent already sends nothing.</summary>
    public static Work Send(Guid billId, int level, DateOnly today, string? number) => new Work()
        .On(Bill.Stream(billId), Bill.Decider, new Remind(level, today))
        .Then(commit =>
        {
            if (commit.Events.Count == 0) return;
            commit.Publish(new BillMailDue(billId, BillMail.Reminded, level), Bill.Stream(billId));
            commit.Tell(billId, number);
        });

    private static void Plan(Commit commit, Guid billId, DateOnly dueOn, BillingTerms? terms, int level)
    {
        if (terms is not { RemindsItself: true } || level > terms.ReminderDays.Count) return;
        commit.Publish(
            new ReminderDue(billId, level), Bill.Stream(billId),
            due: Germany.Morning(dueOn.AddDays(terms.ReminderDays[level - 1])), id: MessageId.Of($"reminder {billId} {level}"));
    }
}
