namespace EventOps.Ui;

/// <summary>
/// The address that people type, as the operator set it: the only base for links in mails, tickets and QR codes. Never the
/// request's Host header, which a stranger can choose.
/// </summary>
/// <param name="Base">Scheme, host and port; no path.</param>
public sealed record PublicUrl(Uri Base)
{
    /// <summary>Whether browsers come by https; then cookies are Secure and bound to this host.</summary>
    public bool IsHttps => Base.Scheme == Uri.UriSchemeHttps;

    /// <summary>An absolute link.</summary>
    /// <param name="path">Starts with a slash.</param>
    public string Link(string path) => Base.GetLeftPart(UriPartial.Authority) + path;

    /// <summary>The cookie's name with the prefix that browsers enforce, where they can.</summary>
    public string CookieName(string plain) => IsHttps ? "__Host-" + plain : plain;
}
