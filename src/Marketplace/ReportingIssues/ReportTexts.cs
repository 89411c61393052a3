using EventOps.Ui;

namespace EventOps.Marketplace.ReportingIssues;

/// <summary>The words of reports.</summary>
public static class ReportTexts
{
    public static readonly TextSource Of = new(typeof(ReportTexts));
}
