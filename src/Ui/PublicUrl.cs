namespace EventOps.Ui;

/// <summary>The address that people type, as configured: the only base of links in mails, QR codes and files.</summary>
/// <param name="Base">Scheme, host and port, without a path.</param>
public sealed record PublicUrl(Uri Base)
{
    /// <summary>The full address of a local path: <c>/events/ogtm17</c>.</summary>
    public string Of(string path) => new Uri(Base, path).AbsoluteUri;
}
