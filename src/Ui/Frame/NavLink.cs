namespace EventOps.Ui;

/// <summary>One entry of the main menu. Whether it is the current one follows from the path, unless told.</summary>
public sealed record NavLink(string Href, string Text, bool? Current = null)
{
    internal bool IsCurrent(string path) => Current ?? (!Href.Contains('#', StringComparison.Ordinal)
        && string.Equals(Href.Split('?')[0].TrimEnd('/'), path.TrimEnd('/'), StringComparison.Ordinal));
}
