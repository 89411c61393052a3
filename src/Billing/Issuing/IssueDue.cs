namespace EventOps.Billing.Issuing;

/// <summary>A bill waits for its document: sent when it was ordered, and again when something that was lacking was
/// added.</summary>
public sealed record IssueDue(Guid BillId)
{
    public const string StoredName = "billing.issue-due.v1";
}
