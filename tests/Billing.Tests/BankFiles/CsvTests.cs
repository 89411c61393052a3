using System.Text;
using EventOps.Billing.BankFiles;

namespace EventOps.Billing.Tests.BankFiles;

public class CsvTests
{
    private const string Ours = "DE79000000001234567890";
    private const string Sparkasse =
        "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;Kundenreferenz (End-to-End);Sammlerreferenz;Lastschrift Ursprungsbetrag;Auslagenersatz Ruecklastschrift;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;BIC (SWIFT-Code);Betrag;Waehrung;Info\n";

    [Fact]
    public void The_header_of_savings_banks_is_known()
    {
        var read = Read(
            $"{Sparkasse}{Ours};20.11.26;20.11.26;GUTSCHRIFT;OGTM-2026-0001;;;RF3120260001;;;;Stadtwerke Müller;DE89370400440532013000;COBADEFFXXX;1.337,42;EUR;Umsatz gebucht\n");
        var entry = Assert.Single(read.Entries);
        Assert.Equal(
            (1337.42m, new DateOnly(2026, 11, 20), "Stadtwerke Müller", "DE89370400440532013000"),
            (entry.Amount, entry.On, entry.PayerName, entry.PayerIban));
        Assert.Equal(["OGTM-2026-0001", "RF3120260001"], entry.Pieces);
    }

    [Fact]
    public void Old_encodings_preambles_footers_signs_and_short_days_are_read()
    {
        var file = Encoding.Latin1.GetBytes("""
            Umsatzanzeige;Konto 1234567890
            Zeitraum;01.11.2026 - 30.11.2026

            Buchungstag;Name;VWZ1;VWZ2;Betrag;S/H
            20.11;Jörg Müller;OGTM-20;26-0001;250,00 €;H
            21.11.;"Bank; AG";"Gebühr
            November";;12,00;S
            Endsaldo;;;;
            """.Replace("€", "", StringComparison.Ordinal));
        var read = StatementReading.Read(file, Ours);
        var entry = Assert.Single(read.Entries);
        Assert.Equal((250m, new DateOnly(2026, 11, 20), "Jörg Müller"), (entry.Amount, entry.On, entry.PayerName));
        Assert.Equal(["OGTM-20", "26-0001"], entry.Pieces);
        Assert.Equal(1, read.PassedOver);
    }

    [Theory]
    [InlineData("¤ 1.337,42", "1337.42")]
    [InlineData("+42", "42")]
    [InlineData("42,5", "42.5")]
    [InlineData("1.000", "1000")]
    public void German_amounts_are_read(string typed, string amount) => Assert.Equal(
        decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
        Assert.Single(Read($"Buchungstag;Betrag;Verwendungszweck\n20.11.2026;{typed};x\n").Entries).Amount);

    [Theory]
    [InlineData("20.11.2026;12.50;x", 3)]
    [InlineData("20.11.2026;zwölf;x", 3)]
    [InlineData("32.11.2026;12,50;x", 3)]
    [InlineData("20.11.2026;1.00,50;x", 3)]
    [InlineData("20.11.2026;;x", 3)]
    public void What_nobody_can_read_refuses_the_file_and_names_the_line(string line, int number)
    {
        var read = Read($"Buchungstag;Betrag;Verwendungszweck\n19.11.2026;1,00;gut\n{line}\n");
        Assert.Equal((StatementFault.BadLine, number, 0), (read.Fault, read.Line, read.Entries.Count));
    }

    [Fact]
    public void Without_a_header_nothing_is_guessed() => Assert.Equal(StatementFault.NoHeader, Read("20.11.2026;1,00;x\n").Fault);

    [Fact]
    public void Another_account_is_refused() => Assert.Equal(
        StatementFault.OtherAccount,
        Read($"{Sparkasse}DE89370400440532013000;20.11.26;20.11.26;G;x;;;;;;;A;;;1,00;EUR;\n").Fault);

    [Fact]
    public void Two_equal_transfers_of_a_day_have_keys_of_their_own_and_the_same_ones_again()
    {
        const string File = "Buchungstag;Betrag;Verwendungszweck;Name\n20.11.2026;50,00;Stand;A\n20.11.2026;50,00;Stand;A\n";
        var keys = Read(File).Entries.Select(entry => entry.Key).ToList();
        Assert.Equal(2, keys.Distinct().Count());
        Assert.Equal(keys, Read(File).Entries.Select(entry => entry.Key));
    }

    private static StatementFile Read(string csv) => StatementReading.Read(Encoding.UTF8.GetBytes(csv), Ours);
}
