using EventOps.EventStore;

namespace EventOps.Billing.Bills;

/// <summary>What may happen to a bill.</summary>
internal static class BillRules
{
    public static Decision<BillEvent> Decide(BillCommand command, Bill now) => command switch
    {
        TakeOrder c => Take(c, now),
        _ when now.Stage == BillStage.Missing => new BillNotFound(),
        GiveQuote c => now is { Stage: BillStage.Waiting, Order.IsQuote: true }
            ? new QuoteGiven(c.DocumentId, c.On, c.Net, c.Gross) : new NothingToIssue(),
        IssueInvoice c => now is { Stage: BillStage.Waiting, Order.IsQuote: false }
            ? new InvoiceIssued(c.DocumentId, c.On, c.DueOn, c.Net, c.Gross) : new NothingToIssue(),
        CancelInvoice when now.HasEnded => new BillHasEnded(),
        CancelInvoice c => now.Stage == BillStage.Issued
            ? new InvoiceCancelled(c.DocumentId, c.On, c.FeeBillId, Math.Clamp(c.Fee, 0, Math.Max(0, now.Paid)))
                : new BillMovedOn(),
        WithdrawBill when now.HasEnded => new BillHasEnded(),
        WithdrawBill c => now.Stage == BillStage.Issued ? new BillMovedOn() : new BillWithdrawn(c.On),
        ForgetQuote c => now.Order?.IsQuote == true && !now.HasEnded ? new BillWithdrawn(c.On) : Decision<BillEvent>.Nothing,
        ReceiveMoney c => Receive(c, now),
        TakeMoneyAway c => Return(c, now),
        FallDue c => now.Stage == BillStage.Issued && !now.IsOverdue && now.Outstanding > 0 && c.On > now.DueOn
            ? new FellDue(c.On) : Decision<BillEvent>.Nothing,
        Remind c when c.Level <= now.Reminders => Decision<BillEvent>.Nothing,
        Remind c => now.IsOverdue && now.Outstanding > 0 ? new ReminderSent(now.Reminders + 1, c.On) : new NotOverdue(),
        PayBack c when now.Refunds.Contains(c.RefundId) => Decision<BillEvent>.Nothing,
        PayBack c =>
            c.Amount > 0 && c.Amount <= now.OwedBack ? new PaidBack(c.RefundId, c.Amount, c.On) : new NotOwedBack(now.OwedBack),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    // An order under the id of a quote accepts it; everything else that comes again changes nothing.
    private static Decision<BillEvent> Take(TakeOrder command, Bill now)
    {
        if (!MakesSense(command.Order)) return new OrderMakesNoSense();
        return now.Stage == BillStage.Missing || (now.Order?.IsQuote == true && !now.HasEnded && !command.Order.IsQuote)
            ? new OrderTaken(command.Order, command.At) : Decision<BillEvent>.Nothing;
    }

    private static Decision<BillEvent> Receive(ReceiveMoney command, Bill now)
    {
        if (now.Received.ContainsKey(command.PaymentId)) return Decision<BillEvent>.Nothing;
        // A fee's bill gets its money from the cancelled one, sometimes before it has its number.
        if (now.Stage == BillStage.Quoted
            || (now.Stage == BillStage.Waiting && now.Order?.FeeOf is null)) return new NotIssuedYet();
        return new MoneyReceived(command.PaymentId, command.Amount, command.On);
    }

    private static Decision<BillEvent> Return(TakeMoneyAway command, Bill now)
    {
        if (!now.Received.TryGetValue(command.PaymentId, out var amount)) return Decision<BillEvent>.Nothing;
        return amount > 0 && now.Paid < amount && now.Gone > 0
            ? new MoneyIsGone() : new MoneyTakenAway(command.PaymentId, amount, command.On);
    }

    private static bool MakesSense(BillOrder order) => order.Lines.Count > 0 && order.ServiceTo >= order.ServiceFrom
        && order.Reference.Length <= 35 && order.Lines.All(line => line.Quantity > 0 && line.NetPrice >= 0
            && decimal.Round(line.NetPrice, 4) == line.NetPrice && decimal.Round(line.Quantity, 4) == line.Quantity
            && !line.Name.IsEmpty && line.Unit.Length is > 0 and <= 3);
}
