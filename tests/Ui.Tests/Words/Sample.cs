namespace EventOps.Ui.Tests.Words;

public static class Sample
{
    public static readonly TextSource Of = new(typeof(Sample));
}
