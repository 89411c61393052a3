using EventOps.Host.Starting;

namespace EventOps.Host.Mailing;

/// <summary>The operator's mail server: the <c>Smtp__*</c> variables.</summary>
/// <param name="Host"><c>Smtp__Host</c>; without it mails lie as files in the data folder.</param>
/// <param name="Port"><c>Smtp__Port</c>: 587, or 465 with <c>Tls</c>.</param>
/// <param name="Security"><c>Smtp__Security</c>.</param>
/// <param name="User"><c>Smtp__User</c>; without it nobody signs in.</param>
/// <param name="Password"><c>Smtp__Password</c>.</param>
/// <param name="From"><c>Smtp__From</c>: the sender's address.</param>
/// <param name="FromName"><c>Smtp__FromName</c>: the sender's name.</param>
public sealed record MailSettings(
    string? Host, int Port, MailSecurity Security, string? User, string? Password, string From, string FromName)
{
    /// <summary>Reads and checks the settings.</summary>
    public static MailSettings Read(IConfiguration configuration, Uri url)
    {
        var smtp = configuration.GetSection("Smtp");
        var security = smtp["Security"] is { Length: > 0 } word
            ? Enum.TryParse<MailSecurity>(word, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : throw new CannotStart($"Smtp__Security must be StartTls, Tls or None, not '{word}'.")
            : MailSecurity.StartTls;
        var from = smtp["From"] is { Length: > 0 } given ? given
            : $"no-reply@{(url.HostNameType == UriHostNameType.Dns ? url.Host : "localhost")}";
        if (!MailAddresses.IsValid(from)) throw new CannotStart(
            $"Smtp__From must be a mail address such as tickets@example.org, not '{from}'.");
        return new(
            smtp["Host"] is { Length: > 0 } host ? host : null,
            smtp.GetValue("Port", security == MailSecurity.Tls ? 465 : 587),
            security, smtp["User"], smtp["Password"], from, smtp["FromName"] is { Length: > 0 } name ? name : "EventOps");
    }
}

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Plain greeting, then TLS; a server without it gets no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>None: only for a relay on the same machine or network.</summary>
    None,
}
