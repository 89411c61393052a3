using EventOps.Ui;

namespace EventOps.Marketplace.Directory;

/// <summary>What the public directory, its signs and its file say.</summary>
public static class DirectoryTexts
{
    public static readonly TextSource Of = new(typeof(DirectoryTexts));
}
