using EventOps.Ui;

namespace EventOps.Marketplace.WorkingOffIssues;

/// <summary>The words of the organisers' board.</summary>
public static class BoardTexts
{
    public static readonly TextSource Of = new(typeof(BoardTexts));
}
