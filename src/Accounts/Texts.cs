using EventOps.Ui;

namespace EventOps.Accounts;

/// <summary>The words of this module.</summary>
public static class Texts
{
    public static readonly TextSource Of = new(typeof(Texts));
}
