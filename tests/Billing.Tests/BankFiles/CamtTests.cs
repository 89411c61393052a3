using System.IO.Compression;
using System.Text;
using EventOps.Billing.BankFiles;

namespace EventOps.Billing.Tests.BankFiles;

public class CamtTests
{
    private const string Ours = "DE79000000001234567890";

    [Theory]
    [InlineData("02")]
    [InlineData("04")]
    [InlineData("08")]
    public void Each_version_is_read(string version)
    {
        var read = Read(Statement.Of(version, Statement.Entry(version, "297.50", "Stadtwerke Beispielstadt", ["RF3120260001"])));
        var entry = Assert.Single(read.Entries);
        Assert.Equal(
            (297.50m, new DateOnly(2026, 11, 20), "Stadtwerke Beispielstadt", "DE89370400440532013000"),
            (entry.Amount, entry.On, entry.PayerName, entry.PayerIban));
        Assert.Equal("RF3120260001", entry.Purpose);
        Assert.True(read.Adds);
    }

    [Fact]
    public void Several_texts_are_all_kept_and_no_reference_is_none()
    {
        var entry = Assert.Single(Read(Statement.Of("08", Statement.Entry("08", "10.00", "A", ["OGTM-20", "26-0001"]))).Entries);
        Assert.Equal(["OGTM-20", "26-0001"], entry.Pieces);
    }

    [Fact]
    public void A_batch_is_as_many_payments_as_it_has_details()
    {
        var batch = Statement.Raw("08", "6.00", "CRDT", "BOOK", $"""
            <NtryDtls>{Statement.Details("08", "3.50", "A", ["eins"])}{Statement.Details("08", "2.50", "B", ["zwei"])}</NtryDtls>
            """);
        var entries = Read(Statement.Of("08", batch)).Entries;
        Assert.Equal(
            [(3.50m, "A", "eins"), (2.50m, "B", "zwei")],
            entries.Select(entry => (entry.Amount, entry.PayerName, entry.Purpose)));
        Assert.Equal(2, entries.Select(entry => entry.Key).Distinct().Count());
    }

    [Fact]
    public void Details_that_do_not_add_up_are_one_payment()
    {
        var odd = Statement.Raw("08", "20000.00", "CRDT", "BOOK", $"""
            <NtryDtls>{Statement.Details("08", "250000.00", "A", ["eins"])}{Statement.Details("08", "1.00", "B", ["zwei"])}</NtryDtls>
            """);
        var entry = Assert.Single(Read(Statement.Of("08", odd)).Entries);
        Assert.Equal((20000m, "eins zwei"), (entry.Amount, entry.Purpose));
    }

    [Fact]
    public void Only_what_is_booked_and_came_in_counts()
    {
        var pending = Statement.Raw("08", "5.00", "CRDT", "PDNG", "");
        var outgoing = Statement.Raw("08", "7.00", "DBIT", "BOOK", "");
        var read = Read(Statement.Of("08", pending, outgoing));
        Assert.Empty(read.Entries);
        Assert.Equal(2, read.PassedOver);
    }

    [Fact]
    public void A_reversal_is_for_a_person_to_look_at()
    {
        var reversal = Statement.Raw(
            "08", "7.00", "DBIT", "BOOK", Statement.Details("08", "7.00", "A", ["zurück"]), reversed: true);
        var entry = Assert.Single(Read(Statement.Of("08", reversal)).Entries);
        Assert.Equal((-7m, true), (entry.Amount, entry.Returned));
    }

    [Fact]
    public void Days_with_times_five_decimals_and_leading_noughts_are_read()
    {
        var entry = Assert.Single(Read(Statement.Of("08", Statement.Raw(
            "08", "0012.50000", "CRDT", "BOOK", Statement.Details("08", "12.50", "A", ["x"]),
            day: "<DtTm>2026-11-20T23:59:59+01:00</DtTm>"))).Entries);
        Assert.Equal((12.50m, new DateOnly(2026, 11, 20)), (entry.Amount, entry.On));
    }

    [Fact]
    public void Namespaces_on_a_prefix_or_none_at_all_do_not_matter()
    {
        var plain = Statement.Of("08", Statement.Entry("08", "1.00", "A", ["x"]));
        var prefixed = plain.Replace("<Document xmlns=", "<ns2:Document xmlns:ns2=", StringComparison.Ordinal)
            .Replace("</Document>", "</ns2:Document>", StringComparison.Ordinal);
        Assert.Single(Read(prefixed).Entries);
        Assert.Single(
            Read(plain.Replace(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", "", StringComparison.Ordinal))
            .Entries);
    }

    [Fact]
    public void Two_entries_with_the_same_reference_are_two()
    {
        var same = Statement.Entry("08", "50.00", "A", ["x"]);
        var entries = Read(Statement.Of("08", same, same)).Entries;
        Assert.Equal(2, entries.Select(entry => entry.Key).Distinct().Count());
    }

    [Fact]
    public void A_zip_holds_several_statements_and_no_bomb_opens()
    {
        byte[] Zip(params string[] files)
        {
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (at, file) in files.Index())
                {
                    using var entry = zip.CreateEntry($"{at}.xml").Open();
                    entry.Write(Encoding.UTF8.GetBytes(file));
                }
            }

            return bytes.ToArray();
        }

        var read = StatementReading.Read(Zip(
            Statement.Of("08", Statement.Entry("08", "1.00", "A", ["x"])),
            Statement.Of("08", Statement.Entry("08", "2.00", "B", ["y"]))
                .Replace("2026-221", "2026-222", StringComparison.Ordinal)), Ours);
        Assert.Equal([1m, 2m], read.Entries.Select(entry => entry.Amount));
        Assert.Equal(StatementFault.TooLarge, StatementReading.Read(Zip(new string(' ', 20_000_000)), Ours).Fault);
        Assert.Equal(StatementFault.NotReadable, StatementReading.Read([(byte)'P', (byte)'K', 3, 4, 1, 2], Ours).Fault);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><Document><Stmt/></Document>", StatementFault.NotReadable)]
    [InlineData("<Document><BkToCstmrStmt></BkToCstmrStmt></Document>", StatementFault.NotReadable)]
    [InlineData("<Document><Stmt>", StatementFault.NotReadable)]
    [InlineData("<Document><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct></Stmt></Document>",
        StatementFault.OtherAccount)]
    public void What_is_no_statement_of_ours_is_refused(string xml, StatementFault fault) => Assert.Equal(fault, Read(xml).Fault);

    [Fact]
    public void Balances_that_do_not_agree_are_noticed()
    {
        var wrong = Statement.Of("08", Statement.Entry("08", "1.00", "A", ["x"]))
            .Replace("<Amt Ccy=\"EUR\">1001.00", "<Amt Ccy=\"EUR\">1002.00", StringComparison.Ordinal);
        Assert.False(Read(wrong).Adds);
    }

    private static StatementFile Read(string xml) => StatementReading.Read(Encoding.UTF8.GetBytes(xml), Ours);
}
