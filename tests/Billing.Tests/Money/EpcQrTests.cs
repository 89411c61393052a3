using System.Text;
using EventOps.Billing.Money;

namespace EventOps.Billing.Tests.Money;

public class EpcQrTests
{
    private const string City = "Landeshauptstadt München", Account = "DE79000000001234567890";

    [Fact]
    public void With_a_reference_as_the_standard_writes_it()
    {
        var payload = EpcQr.Payload(City, Account, "", 297.5m, "RF3120260001")!;
        Assert.Equal($"BCD\n002\n1\nSCT\n\n{City}\n{Account}\nEUR297.5\n\nRF3120260001", payload);
        Assert.Equal(86, Encoding.UTF8.GetByteCount(payload));
    }

    [Fact]
    public void With_a_text_the_line_of_the_reference_stays_empty()
    {
        var payload = EpcQr.Payload(City, Account, null, 377.83m, null, "2026-0001 Stand A12")!;
        Assert.Equal($"BCD\n002\n1\nSCT\n\n{City}\n{Account}\nEUR377.83\n\n\n2026-0001 Stand A12", payload);
    }

    [Theory]
    [InlineData("0.01", "EUR0.01")]
    [InlineData("297.00", "EUR297")]
    [InlineData("1234567.10", "EUR1234567.1")]
    [InlineData("999999999.99", "EUR999999999.99")]
    public void Amounts_have_a_dot_and_no_groups(string amount, string line) =>
        Assert.Equal(
            line, EpcQr.Payload(
            City, Account, "", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "RF3120260001")!.Split(
            '\n')[7]);

    [Fact]
    public void What_has_no_room_makes_no_code()
    {
        Assert.Null(EpcQr.Payload(City, Account, "", 0, "RF3120260001"));
        Assert.Null(EpcQr.Payload(City, Account, "", 1_000_000_000m, "RF3120260001"));
        Assert.Null(EpcQr.Payload(City, "DE00", "", 1, "RF3120260001"));
        Assert.Equal(70, EpcQr.Payload(new string('ü', 90), Account, "", 1, "RF3120260001")!.Split('\n')[5].Length);
        Assert.Equal(11, EpcQr.Payload("A\nB", Account, "", 1, null, "one\ntwo")!.Split('\n').Length);
    }

    [Fact]
    public void The_encoder_gets_the_bytes_of_utf8_as_single_letters() => Assert.Equal(
        Encoding.UTF8.GetBytes("Müller"), EpcQr.ForEncoder("Müller").Select(letter => (byte)letter));
}
