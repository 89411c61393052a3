using EventOps.Ui;

namespace EventOps.Registration.PrintingBadges;

/// <summary>The words of the badge pages, and of the badges' foot.</summary>
public static class BadgeTexts
{
    public static readonly TextSource Of = new(typeof(BadgeTexts));
}
