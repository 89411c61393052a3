using System.Globalization;

namespace EventOps.Billing.Tests.BankFiles;

/// <summary>Account statements made up for tests, in the dialects of the versions.</summary>
public static class Statement
{
    public static string Of(string version, params string[] entries)
    {
        var sum = entries.Sum(entry => entry.Contains("PDNG", StringComparison.Ordinal) ? 0
            : decimal.Parse(entry.Split("<Amt Ccy=\"EUR\">")[1].Split('<')[0], CultureInfo.InvariantCulture)
                * (entry.Contains("<CdtDbtInd>DBIT", StringComparison.Ordinal) ? -1 : 1));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
            <Stmt><Id>2026-221</Id><ElctrncSeqNb>221</ElctrncSeqNb><Acct><Id><IBAN>DE79000000001234567890</IBAN></Id></Acct>
            {Balance(version == "02" ? "PRCD" : "OPBD", 1000)}{Balance("CLBD", 1000 + sum)}{string.Concat(entries)}</Stmt></BkToCstmrStmt></Document>
            """;
    }

    public static string Entry(string version, string amount, string payer, string[] texts) =>
        Raw(version, amount, "CRDT", "BOOK", $"<NtryDtls>{Details(version, amount, payer, texts)}</NtryDtls>");

    public static string Raw(
        string version, string amount, string direction, string status, string details, bool reversed = false,
            string day = "<Dt>2026-11-20</Dt>") =>
        $"""
        <Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd>{(reversed ? "<RvslInd>true</RvslInd>" : "")}
        <Sts>{(version == "08" ? $"<Cd>{status}</Cd>" : status)}</Sts><BookgDt>{day}</BookgDt><AcctSvcrRef>047200003598</AcctSvcrRef>
        {(details.StartsWith("<TxDtls", StringComparison.Ordinal) ? $"<NtryDtls>{details}</NtryDtls>" : details)}</Ntry>
        """;

    public static string Details(string version, string amount, string payer, string[] texts) =>
        $"""
        <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
        {(version == "08" ? $"<Amt Ccy=\"EUR\">{amount}</Amt>" : $"<AmtDtls><TxAmt><Amt Ccy=\"EUR\">{amount}</Amt></TxAmt></AmtDtls>")}
        <RltdPties><Dbtr>{(version == "08" ? $"<Pty><Nm>{payer}</Nm></Pty>" : $"<Nm>{payer}</Nm>")}</Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct></RltdPties>
        <RmtInf>{string.Concat(texts.Select(text => $"<Ustrd>{text}</Ustrd>"))}</RmtInf></TxDtls>
        """;

    private static string Balance(string code, decimal amount) =>
        $"""
        <Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount.ToString("0.00", CultureInfo.InvariantCulture)}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
        """;
}
