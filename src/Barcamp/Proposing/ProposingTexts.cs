using EventOps.Ui;

namespace EventOps.Barcamp.Proposing;

internal static class ProposingTexts
{
    public static readonly TextSource Of = new(typeof(ProposingTexts));
}
