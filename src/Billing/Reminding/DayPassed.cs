namespace EventOps.Billing.Reminding;

/// <summary>The last day to pay a bill is over: scheduled when it is issued.</summary>
public sealed record DayPassed(Guid BillId)
{
    public const string StoredName = "billing.day-passed.v1";
}

/// <summary>A reminder may be due: scheduled where they go out by themselves.</summary>
/// <param name="BillId">The bill.</param>
/// <param name="Level">1 for the first.</param>
public sealed record ReminderDue(Guid BillId, int Level)
{
    public const string StoredName = "billing.reminder-due.v1";
}
