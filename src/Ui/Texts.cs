namespace EventOps.Ui;

/// <summary>The few words that the shared look needs itself.</summary>
internal static class Texts
{
    public static readonly TextSource Of = new(typeof(Texts));
}
