using EventOps.Billing.Money;
using EventOps.Billing.NumberSeries;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.Money;

public class ReferencesTests
{
    [Theory]
    [InlineData("RF18539007547034", true)]
    [InlineData("RF712348231", true)]
    [InlineData("RF3120260001", true)]
    [InlineData("RF73INV20260042", true)]
    [InlineData("RF18000000000539007547034", true)]
    [InlineData("rf18 5390 0754 7034", true)]
    [InlineData("RF68539007547034", false)]
    [InlineData("RF18", false)]
    [InlineData("RF18539007547035", false)]
    [InlineData("RF18-539007547034", false)]
    [InlineData("", false)]
    public void Payment_references_are_checked(string reference, bool valid) => Assert.Equal(valid, Rf.IsValid(reference));

    [Theory]
    [InlineData("2026-0001", "RF3120260001")]
    [InlineData("INV 2026/0042", "RF73INV20260042")]
    [InlineData("539007547034", "RF18539007547034")]
    [InlineData("2348231", "RF712348231")]
    public void A_number_becomes_a_payment_reference(string number, string reference)
    {
        Assert.Equal(reference, Rf.Of(number));
        Assert.True(Rf.IsValid(reference));
    }

    [Fact]
    public void Check_digits_keep_their_nought()
    {
        var references = Enumerable.Range(1, 300).Select(number => Rf.Of($"OGTM-{number:0000}")!).ToList();
        Assert.All(references, reference => Assert.True(Rf.IsValid(reference), reference));
        Assert.Contains(references, reference => reference.StartsWith("RF0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("04011000-1234512345-06", true)]
    [InlineData("991-33333TEST-33", true)]
    [InlineData("991-03730-19", true)]
    [InlineData("04011000-12345-03", true)]
    [InlineData("09162000-OGTM17-46", true)]
    [InlineData("04-86", true)]
    [InlineData("90000000-03083-72", true)]
    [InlineData("04011000-1234512345-60", false)]
    [InlineData("04-99", false)]
    [InlineData("04--86", false)]
    [InlineData("99000000-01944-98", false)]
    [InlineData("99000000-05676-98", false)]
    [InlineData("04011000-12345-34", false)]
    public void Leitweg_ids_are_checked(string id, bool valid) => Assert.Equal(valid, LeitwegId.IsValid(id));

    [Theory]
    [InlineData("04011000-12345-03", true)]
    [InlineData("16-17", true)]
    [InlineData("991-03730-19", true)]
    [InlineData("90000000-03083-72", false)]
    public void An_unknown_prefix_is_a_reason_to_ask_only(string id, bool known) =>
        Assert.Equal(known, LeitwegId.HasKnownPrefix(id));

    [Theory]
    [InlineData("DE79000000001234567890", true)]
    [InlineData("DE79 0000 0000 1234 5678 90", true)]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("AT611904300234573201", true)]
    [InlineData("DE89370400440532013001", false)]
    [InlineData("DE8937040044053201300", false)]
    [InlineData("DE89 3704 0044 0532 0130 0O", false)]
    [InlineData("", false)]
    public void Accounts_are_checked(string iban, bool valid) => Assert.Equal(valid, Iban.IsValid(iban));

    [Theory]
    [InlineData("OGTM-{year}-{number:4}", true)]
    [InlineData("{year}/{number}", true)]
    [InlineData("RE{number:6}", true)]
    [InlineData("{number}", false)]
    [InlineData("OGTM2{number:4}", false)]
    [InlineData("OGTM-{year}{number:4}", false)]
    [InlineData("OGTM-{year}", false)]
    [InlineData("{number:4}-OGTM", false)]
    [InlineData("RÄ-{number}", false)]
    [InlineData("Landeshauptstadt-{year}-{number}", false)]
    public void A_pattern_makes_numbers_that_never_look_alike(string pattern, bool valid) =>
        Assert.Equal(valid, NumberPattern.IsValid(pattern));

    [Fact]
    public void Numbers_grow_beyond_their_width()
    {
        var series = NumberPattern.InYear("OGTM-{year}-{number:4}", 2026);
        Assert.Equal(
            ("OGTM-2026-0042", "OGTM-2026-12345"), (NumberPattern.Write(series, 42), NumberPattern.Write(series, 12345)));
        Assert.Equal("RE7", NumberPattern.Write("RE{number}", 7));
    }
}
