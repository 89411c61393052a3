using EventOps.Ui;

namespace EventOps.Registration;

/// <summary>Refusals and checks of shape in words. Each use case keeps the texts of its pages in its own folder.</summary>
public static class Texts
{
    public static readonly TextSource Of = new(typeof(Texts));
}
