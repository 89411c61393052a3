namespace EventOps.Billing.Mailing;

/// <summary>What a mail to a payer is about.</summary>
public enum BillMail
{
    Quoted,
    Issued,
    Reminded,
    Cancelled,
}

/// <summary>A mail to a payer is due. Ids only: the address stands with what was printed.</summary>
public sealed record BillMailDue(Guid BillId, BillMail About, int Level)
{
    public const string StoredName = "billing.bill-mail-due.v1";
}
