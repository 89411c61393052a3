using EventOps.Billing.Bills;
using EventOps.Billing.Tests.Documents;
using EventOps.Contracts;
using EventOps.Support;

namespace EventOps.Billing.Tests.Bills;

public class BillSpecs() : Specs<BillCommand, Bill, BillEvent>(Bill.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly s_day = new(2026, 11, 26), s_due = new(2026, 12, 10), s_late = new(2026, 12, 11);
    private static readonly Guid s_document = Guid.NewGuid(), s_payment = Guid.NewGuid(), s_fee = Guid.NewGuid(),
        s_refund = Guid.NewGuid();
    private static readonly BillOrder s_order = Drafts.Order(), s_quote = s_order with { IsQuote = true };
    private static readonly OrderTaken s_taken = new(s_order, s_now), s_asked = new(s_quote, s_now);
    private static readonly InvoiceIssued s_issued = new(s_document, s_day, s_due, 250, 297.50m);

    [Fact]
    public void An_order_is_taken_once()
    {
        Given().When(new TakeOrder(s_order, s_now)).Then(s_taken);
        Given(s_taken).When(new TakeOrder(s_order, s_now)).ThenNothing();
        Given(s_taken, s_issued).When(new TakeOrder(s_order with { Reference = "other" }, s_now)).ThenNothing();
    }

    [Fact]
    public void An_order_accepts_a_quote_and_a_quote_takes_no_order_back()
    {
        Given(s_asked, new QuoteGiven(s_document, s_day, 250, 297.50m)).When(new TakeOrder(s_order, s_now)).Then(s_taken);
        Given(s_taken).When(new TakeOrder(s_quote, s_now)).ThenNothing();
        Given(s_asked, new BillWithdrawn(s_day)).When(new TakeOrder(s_order, s_now)).ThenNothing();
    }

    [Theory]
    [InlineData(0, 10, "C62")]
    [InlineData(-1, 10, "C62")]
    [InlineData(1, -10, "C62")]
    [InlineData(1, 0.00001, "C62")]
    [InlineData(1, 10, "")]
    public void Lines_have_to_make_sense(double quantity, double price, string unit)
    {
        var line = new BilledLine(new("a", "a"), (decimal)quantity, unit, (decimal)price, BilledFor.Space);
        Given().When(new TakeOrder(s_order with { Lines = [line] }, s_now)).ThenRefused(new OrderMakesNoSense());
        Given().When(new TakeOrder(s_order with { Lines = [] }, s_now)).ThenRefused(new OrderMakesNoSense());
    }

    [Fact]
    public void It_is_issued_once_and_a_second_time_is_refused_so_that_no_number_is_lost()
    {
        var issue = new IssueInvoice(s_document, s_day, s_due, 250, 297.50m);
        Given(s_taken).When(issue).Then(s_issued);
        Given(s_taken, s_issued).When(issue).ThenRefused(new NothingToIssue());
        Given(s_asked).When(issue).ThenRefused(new NothingToIssue());
        Given(s_taken, new BillWithdrawn(s_day)).When(issue).ThenRefused(new NothingToIssue());
        Given().When(issue).ThenRefused(new BillNotFound());
    }

    [Fact]
    public void Money_makes_it_paid_and_the_same_payment_counts_once()
    {
        var receive = new ReceiveMoney(s_payment, 297.50m, s_day);
        Given(s_taken, s_issued).When(receive).Then(new MoneyReceived(s_payment, 297.50m, s_day));
        Given(s_taken, s_issued, new MoneyReceived(s_payment, 297.50m, s_day)).When(receive).ThenNothing();
        Given(s_taken).When(receive).ThenRefused(new NotIssuedYet());
        var paid = Given(s_taken, s_issued, new MoneyReceived(s_payment, 300m, s_day)).State;
        Assert.Equal((BillState.Paid, 2.50m, 0m), (paid.State, paid.OwedBack, paid.Outstanding));
        var part = Given(s_taken, s_issued, new MoneyReceived(s_payment, 100m, s_day)).State;
        Assert.Equal((BillState.Open, 0m, 197.50m), (part.State, part.OwedBack, part.Outstanding));
    }

    [Fact]
    public void A_fee_bill_gets_its_money_before_its_number()
    {
        var fee = new OrderTaken(s_order with { FeeOf = Guid.NewGuid() }, s_now);
        Given(fee).When(new ReceiveMoney(s_payment, 50, s_day)).Then(new MoneyReceived(s_payment, 50, s_day));
        Assert.Equal(BillState.Paid, Given(fee, new MoneyReceived(s_payment, 297.50m, s_day), s_issued).State.State);
    }

    [Theory]
    [InlineData(0, 50, 0, BillState.Cancelled)]
    [InlineData(297.50, 0, 0, BillState.RefundDue)]
    [InlineData(297.50, 50, 50, BillState.RefundDue)]
    [InlineData(30, 50, 30, BillState.Cancelled)]
    public void A_cancelled_bill_pays_its_fee_from_what_came_in(double paid, double fee, double moved, BillState state)
    {
        BillEvent[] history = paid > 0 ? [s_taken, s_issued, new MoneyReceived(s_payment, (decimal)paid, s_day)]
            : [s_taken, s_issued];
        var cancelled = new InvoiceCancelled(s_document, s_day, s_fee, (decimal)moved);
        Given(history).When(new CancelInvoice(s_document, s_day, s_fee, (decimal)fee)).Then(cancelled);
        Assert.Equal(state, Given([.. history, cancelled]).State.State);
    }

    [Fact]
    public void What_moved_on_meanwhile_is_looked_at_again()
    {
        Given(s_taken).When(new CancelInvoice(s_document, s_day, null, 0)).ThenRefused(new BillMovedOn());
        Given(s_taken, s_issued).When(new WithdrawBill(s_day)).ThenRefused(new BillMovedOn());
        Given(s_taken).When(new WithdrawBill(s_day)).Then(new BillWithdrawn(s_day));
        Given(s_taken, new BillWithdrawn(s_day)).When(new WithdrawBill(s_day)).ThenRefused(new BillHasEnded());
    }

    [Fact]
    public void It_falls_due_on_the_day_after_and_only_if_something_is_open()
    {
        Given(s_taken, s_issued).When(new FallDue(s_due)).ThenNothing();
        Given(s_taken, s_issued).When(new FallDue(s_late)).Then(new FellDue(s_late));
        Given(s_taken, s_issued, new FellDue(s_late)).When(new FallDue(s_late)).ThenNothing();
        Given(s_taken, s_issued, new MoneyReceived(s_payment, 297.50m, s_day)).When(new FallDue(s_late)).ThenNothing();
        Assert.Equal(BillState.Overdue, Given(s_taken, s_issued, new FellDue(s_late)).State.State);
    }

    [Fact]
    public void Each_reminder_goes_out_once()
    {
        Given(s_taken, s_issued).When(new Remind(1, s_late)).ThenRefused(new NotOverdue());
        Given(s_taken, s_issued, new FellDue(s_late)).When(new Remind(1, s_late)).Then(new ReminderSent(1, s_late));
        Given(s_taken, s_issued, new FellDue(s_late), new ReminderSent(1, s_late)).When(new Remind(1, s_late)).ThenNothing();
        Given(s_taken, s_issued, new FellDue(s_late), new ReminderSent(1, s_late)).When(new Remind(2, s_late))
            .Then(new ReminderSent(2, s_late));
    }

    [Fact]
    public void Only_what_is_owed_is_paid_back_and_once()
    {
        BillEvent[] history = [
            s_taken, s_issued, new MoneyReceived(s_payment, 297.50m, s_day), new InvoiceCancelled(s_document, s_day, null, 0)];
        Given(history).When(new PayBack(s_refund, 300, s_day)).ThenRefused(new NotOwedBack(297.50m));
        Given(history).When(new PayBack(s_refund, 297.50m, s_day)).Then(new PaidBack(s_refund, 297.50m, s_day));
        Given([.. history, new PaidBack(s_refund, 297.50m, s_day)]).When(new PayBack(s_refund, 297.50m, s_day)).ThenNothing();
        Given([.. history, new PaidBack(s_refund, 297.50m, s_day)]).When(new TakeMoneyAway(s_payment, s_day))
            .ThenRefused(new MoneyIsGone());
    }

    [Fact]
    public void Quotes_of_the_erased_end_and_invoices_stay()
    {
        Given(s_asked).When(new ForgetQuote(s_day)).Then(new BillWithdrawn(s_day));
        Given(s_asked, s_taken, s_issued).When(new ForgetQuote(s_day)).ThenNothing();
    }
}
