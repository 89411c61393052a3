using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>Speaks SMTP with one server over one connection (RFC 5321, STARTTLS, AUTH PLAIN and LOGIN).</summary>
public sealed class SmtpConversation : IAsyncDisposable
{
    private readonly TcpClient _socket = new();
    private readonly string _server;
    private Stream _stream = Stream.Null;
    private HashSet<string> _abilities = [];

    private SmtpConversation(string server) => _server = server;

    /// <summary>Connects, secures the line and signs in, as the settings say.</summary>
    public static async Task<SmtpConversation> Open(MailSettings settings, CancellationToken ct)
    {
        var smtp = new SmtpConversation(settings.Host!);
        try
        {
            await smtp._socket.ConnectAsync(settings.Host!, settings.Port, ct);
            smtp._stream = smtp._socket.GetStream();
            if (settings.Security == MailSecurity.Tls) await smtp.Secure(ct);
            await smtp.Expect(220, ct);
            await smtp.Greet(ct);
            if (settings.Security == MailSecurity.StartTls)
            {
                if (!smtp._abilities.Contains("STARTTLS")) throw new IOException("The mail server offers no STARTTLS.");
                await smtp.Say("STARTTLS", 220, ct);
                await smtp.Secure(ct);
                await smtp.Greet(ct);
            }

            if (settings.User is { Length: > 0 }) await smtp.SignIn(settings.User, settings.Password ?? "", ct);
            return smtp;
        }
        catch
        {
            await smtp.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands one mail over; returns when the server has taken responsibility for it.</summary>
    public async Task Send(string from, string to, string message, CancellationToken ct)
    {
        var unicode = to.Any(letter => letter > '~');
        if (unicode && !_abilities.Contains("SMTPUTF8")) throw new MailRefused("The mail server takes ASCII addresses only.");
        await Say($"MAIL FROM:<{from}>{(unicode ? " SMTPUTF8" : "")}", 250, ct);
        await Say($"RCPT TO:<{to}>", 250, ct);
        await Say("DATA", 354, ct);
        var safe = message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal); // a dot alone would end the mail
        await Write(safe + ".", ct);
        await Expect(250, ct);
    }

    /// <summary>Says goodbye; a server that does not answer is left.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_socket.Connected) await Write("QUIT", CancellationToken.None);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            // It hung up first, or the line was never secured.
        }

        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private async Task Secure(CancellationToken ct)
    {
        var secure = new SslStream(_stream);
        _stream = secure;
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = _server }, ct);
    }

    private async Task Greet(CancellationToken ct)
    {
        var lines = await Say("EHLO eventops", 250, ct);
        _abilities = [.. lines.Skip(1).SelectMany(Abilities)];
    }

    private static IEnumerable<string> Abilities(string line)
    {
        var words = line.ToUpperInvariant().Split([' ', '='], StringSplitOptions.RemoveEmptyEntries);
        return words is ["AUTH", .. var ways] ? ways.Select(way => "AUTH " + way) : words.Take(1);
    }

    private async Task SignIn(string user, string password, CancellationToken ct)
    {
        if (_abilities.Contains("AUTH PLAIN"))
        {
            await Say("AUTH PLAIN " + Base64($"\0{user}\0{password}"), 235, ct);
            return;
        }

        await Say("AUTH LOGIN", 334, ct);
        await Say(Base64(user), 334, ct);
        await Say(Base64(password), 235, ct);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<List<string>> Say(string line, int expected, CancellationToken ct)
    {
        await Write(line, ct);
        return await Expect(expected, ct);
    }

    private async Task Write(string line, CancellationToken ct)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);
        await _stream.FlushAsync(ct);
    }

    /// <summary>
    /// 5xx is for good, everything else may be tried again. The server's words may quote an address and stay unsaid.
    /// </summary>
    private async Task<List<string>> Expect(int expected, CancellationToken ct)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLine(ct);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-') continue;
            if (line.StartsWith(expected.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal)) return lines;
            var code = line.Length >= 3 ? line[..3] : line;
            throw code.StartsWith('5') ? new MailRefused($"The mail server answered {code}.")
                : new IOException($"The mail server answered {code}.");
        }
    }

    private async Task<string> ReadLine(CancellationToken ct)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < 2000)
        {
            if (await _stream.ReadAsync(one, ct) == 0) throw new IOException("The mail server hung up.");
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        throw new IOException("The mail server does not end its lines.");
    }
}
