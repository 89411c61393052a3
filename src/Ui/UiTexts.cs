namespace EventOps.Ui;

/// <summary>The few words that the shared look needs itself; not named Texts, which each module has for its own.</summary>
internal static class UiTexts
{
    public static readonly TextSource Of = new(typeof(UiTexts));
}
