using System.Globalization;
using System.Net;

namespace EventOps.Host.Starting;

/// <summary>What the operator decides, read from the environment and the command line.</summary>
/// <param name="Port">Where to listen: <c>PORT</c>, 8080.</param>
/// <param name="Listen">On which address: <c>EVENTOPS_LISTEN</c>, 127.0.0.1.</param>
/// <param name="Data">Folder for everything kept on disk: <c>EVENTOPS_DATA</c>, .data in the repository.</param>
/// <param name="Demo">With the demo event and the mails shown: <c>--demo</c>, or <c>EVENTOPS_DEMO=true</c>.</param>
/// <param name="Url">What people type, and the only base of links in mails: <c>EVENTOPS_URL</c>.</param>
/// <param name="UrnKey">
/// File with the key to anonymous answers that wait, the same on all hosts: <c>EVENTOPS_URN_KEY</c>, keys/urn.pem in the data folder.
/// </param>
/// <param name="OutsideDatabase"><c>ConnectionStrings__EventOps</c>; without it the host brings its own PostgreSQL.</param>
public sealed record HostSettings(
    int Port, IPAddress Listen, string Data, bool Demo, Uri Url, string UrnKey, string? OutsideDatabase)
{
    /// <summary>Reads and checks the settings; a wrong one is refused in one sentence.</summary>
    public static HostSettings Read(IConfiguration configuration, bool demo)
    {
        var port = Port_(configuration["PORT"]);
        var listen = configuration["EVENTOPS_LISTEN"] is { Length: > 0 } address ? Listen_(address) : IPAddress.Loopback;
        var url = configuration["EVENTOPS_URL"] is { Length: > 0 } given ? Url_(given) : new Uri($"http://127.0.0.1:{port}");
        var data = configuration["EVENTOPS_DATA"] is { Length: > 0 } folder ? folder
            : Path.Combine(Repository.Root ?? ".", ".data");
        var database = configuration.GetConnectionString("EventOps");
        var urnKey = configuration["EVENTOPS_URN_KEY"] is { Length: > 0 } file ? file : Path.Combine(data, "keys", "urn.pem");
        return new(port, listen, Path.GetFullPath(data), demo || configuration.GetValue("EVENTOPS_DEMO", false), url,
            Path.GetFullPath(urnKey),
            string.IsNullOrWhiteSpace(database) ? null : database);
    }

    private static int Port_(string? value) => value switch
    {
        null or "" => 8080,
        _ when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > 0 and < 65536 => port,
        _ => throw new CannotStart($"PORT must be a number from 1 to 65535, not '{value}'."),
    };

    private static IPAddress Listen_(string value) => IPAddress.TryParse(value, out var address)
        ? address
        : throw new CannotStart($"EVENTOPS_LISTEN must be an IP address such as 127.0.0.1 or 0.0.0.0, not '{value}'.");

    private static Uri Url_(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/"
            ? url
            : throw new CannotStart($"EVENTOPS_URL must look like https://events.example.org, without a path, not '{value}'.");
}
