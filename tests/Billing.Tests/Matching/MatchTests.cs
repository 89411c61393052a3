using EventOps.Billing.Matching;
using EventOps.Billing.Money;

namespace EventOps.Billing.Tests.Matching;

public class MatchTests
{
    private static readonly BillToMatch s_bill = Bill("OGTM-2026-0042", 297.50m, "ABC23X");

    [Theory]
    [InlineData(Clue.Number, "OGTM-2026-0042")]
    [InlineData(Clue.Number, "Rechnung ogtm 2026 42 vom 1.12.")]
    [InlineData(Clue.Number, "RG OGTM2026/0042/Stand")]
    [InlineData(Clue.Number, "OGTM-20|26-0042")]
    [InlineData(Clue.Number, "OGTM-2026-00042")]
    [InlineData(Clue.Number, "RE|OGTM-2026-0042|DANKE")]
    [InlineData(Clue.Booking, "Buchung ABC23X danke")]
    [InlineData(Clue.Booking, "abc 23-x")]
    public void The_payer_may_write_it_as_they_like(Clue clue, string written) => Assert.Equal(
        (clue, true), Found(297.50m, written, s_bill) is { } found ? (found.Clue, found.IsCertain) : default);

    [Fact]
    public void A_payment_reference_is_found_in_any_field_with_blanks_and_noughts()
    {
        var rf = s_bill.Rf;
        foreach (var written in (string[])[
            rf, $"SVWZ+{rf} Stand", $"{rf[..4]} {rf[4..8]} {rf[8..]}", $"{rf[..4]}000{rf[4..]}", $"{rf[..10]}|{rf[10..]}"])
            Assert.Equal((Clue.Rf, true), Found(297.50m, written, s_bill) is { } found ? (found.Clue, found.IsCertain) : default);
    }

    [Theory]
    [InlineData("OGTM-2026-00421")]
    [InlineData("OGTM-2026-0043")]
    [InlineData("XOGTM-2026-0042")]
    [InlineData("OGTM-2025-0042")]
    public void Another_number_is_another_bill(string written) =>
        Assert.Equal(Clue.AmountAndName, Found(297.50m, written, s_bill)?.Clue);

    [Fact]
    public void Amount_and_name_only_suggest()
    {
        var found = Found(297.50m, "Standmiete", s_bill)!;
        Assert.Equal((Clue.AmountAndName, true, false), (found.Clue, found.IsExact, found.IsCertain));
        Assert.Null(Found(1m, "Standmiete", s_bill));
    }

    [Fact]
    public void Too_much_or_too_little_is_for_a_person()
    {
        Assert.False(Found(300m, "OGTM-2026-0042", s_bill)!.IsCertain);
        Assert.False(Found(297.49m, "OGTM-2026-0042", s_bill)!.IsCertain);
    }

    [Fact]
    public void Two_bills_named_together_are_paid_together_if_the_sum_fits()
    {
        var other = Bill("OGTM-2026-0043", 100m, "ABC23X");
        var found = Match.Find(397.50m, "", ["OGTM-2026-0042 und OGTM-2026-0043"], [s_bill, other])[0];
        Assert.Equal((2, true), (found.Bills.Count, found.IsCertain));
        var one = Match.Find(100m, "", ["Buchung ABC23X"], [s_bill, other])[0];
        Assert.Equal(("OGTM-2026-0043", true), (one.Bills[0].Number, one.IsCertain));
    }

    [Fact]
    public void Money_for_a_cancelled_bill_is_never_booked_by_itself() =>
        Assert.False(Found(297.50m, "OGTM-2026-0042", s_bill with { Ended = true, Outstanding = 0 })!.IsCertain);

    private static BillToMatch Bill(string number, decimal outstanding, string booking) =>
        new(Guid.NewGuid(), number, Rf.Of(number)!, booking, "Stadtwerke Beispielstadt GmbH", outstanding, false);

    private static Proposal? Found(decimal amount, string written, BillToMatch bill) =>
        Match.Find(amount, "STADTWERKE BEISPIELSTADT", written.Split('|'), [bill]) is [var first, ..] ? first : null;
}
