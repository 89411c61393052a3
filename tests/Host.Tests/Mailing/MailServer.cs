using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EventOps.Host.Tests.Mailing;

/// <summary>A mail server for one conversation, which it writes down.</summary>
public sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MailServer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Heard { get; } = [];

    public string Message { get; private set; } = "";

    /// <summary>Answers until the client hangs up.</summary>
    /// <param name="abilities">Lines of the answer to EHLO.</param>
    /// <param name="toRecipient">Answer to RCPT TO.</param>
    public async Task Serve(string[] abilities, string toRecipient = "250 OK")
    {
        using var socket = await _listener.AcceptTcpClientAsync();
        Stream stream = socket.GetStream();
        await Say(stream, "220 ready");
        while (await Line(stream) is { } line)
        {
            Heard.Add(line);
            if (line == "STARTTLS")
            {
                await Say(stream, "220 go");
                var secure = new SslStream(stream);
                try
                {
                    await secure.AuthenticateAsServerAsync(SelfSigned());
                    stream = secure;
                }
                catch (IOException)
                {
                    return; // the client did not trust us, and hung up
                }

                continue;
            }

            await Say(stream, line.Split(' ')[0] switch
            {
                "EHLO" => string.Join("\r\n",
                    abilities.Select(ability => "250-" + ability).Prepend("250-hello").Append("250 HELP")),
                "AUTH" when line.StartsWith("AUTH PLAIN", StringComparison.Ordinal) => "235 welcome",
                "AUTH" => "334 VXNlcm5hbWU6",
                "dXNlcg==" => "334 UGFzc3dvcmQ6",
                "c2VjcmV0" => "235 welcome",
                "RCPT" => toRecipient,
                "DATA" => "354 go on",
                _ => "250 OK",
            });
            if (line != "DATA") continue;
            var message = new StringBuilder();
            while (await Line(stream) is { } text && text != ".")
                message.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
            Message = message.ToString();
            await Say(stream, "250 taken");
        }
    }

    public void Dispose() => _listener.Dispose();

    private static async Task Say(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));

    private static async Task<string?> Line(Stream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        try
        {
            while (await stream.ReadAsync(one) > 0)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                bytes.Add(one[0]);
            }
        }
        catch (IOException)
        {
            // The client hung up hard.
        }

        return null;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
