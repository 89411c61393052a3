using EventOps.Ui;

namespace EventOps.Marketplace;

/// <summary>Menus, refusals and common words. Each use case keeps the texts of its pages in its own folder.</summary>
public static class Texts
{
    public static readonly TextSource Of = new(typeof(Texts));
}
