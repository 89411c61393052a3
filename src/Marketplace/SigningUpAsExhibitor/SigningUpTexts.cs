using EventOps.Ui;

namespace EventOps.Marketplace.SigningUpAsExhibitor;

/// <summary>The words of the way in.</summary>
public static class SigningUpTexts
{
    public static readonly TextSource Of = new(typeof(SigningUpTexts));
}
