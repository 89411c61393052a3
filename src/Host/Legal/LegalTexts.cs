using EventOps.Ui;

namespace EventOps.Host.Legal;

internal static class LegalTexts
{
    public static readonly TextSource Of = new(typeof(LegalTexts));
}
