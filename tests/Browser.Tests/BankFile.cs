using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EventOps.Browser.Tests;

/// <summary>A bank's statement of one day (CAMT.053.001.08), and how the organiser's office takes it in.</summary>
internal static class BankFile
{
    public const string Account = "DE89370400440532013000";

    /// <summary>Takes in a payment for each purpose: a structured reference, or words. Equal ones of one payer are doubted.</summary>
    public static async Task Import(IPage organiser, string payer, params (string Purpose, decimal Amount)[] payments)
    {
        await organiser.GotoAsync("/billing/statements");
        await organiser.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "auszug.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(Of(payer, payments)) });
        await organiser.Locator("main form button").ClickAsync();
        await Expect(organiser.GetByRole(AriaRole.Status)).ToContainTextAsync($"{payments.Length} neue Zahlung");
    }

    private static string Of(string payer, (string Purpose, decimal Amount)[] payments) =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>{Guid.NewGuid():N}</MsgId></GrpHdr><Stmt><Id>{Guid.NewGuid():N}</Id>
        <ElctrncSeqNb>7</ElctrncSeqNb><Acct><Id><IBAN>{Account}</IBAN></Id></Acct>
        {Balance("OPBD", 1000)}{Balance("CLBD", 1000 + payments.Sum(payment => payment.Amount))}
        {string.Concat(payments.Select(payment => Entry(payer, payment.Purpose, Cents(payment.Amount))))}
        </Stmt></BkToCstmrStmt></Document>
        """;

    private static string Entry(string payer, string purpose, string amount) =>
        $"""
        <Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>{DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</Dt></BookgDt>
        <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
        <Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <RltdPties><Dbtr><Pty><Nm>{payer}</Nm></Pty></Dbtr></RltdPties>
        <RmtInf>{Remittance(purpose)}</RmtInf></TxDtls></NtryDtls></Ntry>
        """;

    private static string Remittance(string purpose) => purpose.StartsWith("RF", StringComparison.Ordinal)
        ? $"<Strd><CdtrRefInf><Ref>{purpose}</Ref></CdtrRefInf></Strd>" : $"<Ustrd>{purpose}</Ustrd>";

    private static string Balance(string code, decimal amount) =>
        $"""
        <Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{Cents(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
        """;

    private static string Cents(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
