namespace EventOps.Contracts;

/// <summary>
/// Where this installation is reached from outside, as the operator configured it. Links in mails and QR codes are built from it,
/// never from what a request claims.
/// </summary>
/// <param name="Url">Scheme, host and port, such as <c>https://veranstaltung.example</c>.</param>
public sealed record PublicAddress(Uri Url)
{
    /// <summary>The whole address of a path that starts with a slash.</summary>
    public Uri Of(string path) => new(Url, path);
}
