using EventOps.Ui;

namespace EventOps.Marketplace.UploadingAPlan;

/// <summary>What the page for the picture below the plan says.</summary>
public static class UploadTexts
{
    public static readonly TextSource Of = new(typeof(UploadTexts));
}
