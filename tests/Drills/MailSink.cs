using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>A mail server that takes everything and remembers it, with a door of its own for each host process.</summary>
internal sealed partial class MailSink : IDisposable
{
    private readonly TimeSpan _delay;
    private readonly ConcurrentQueue<Mail> _mails = new();
    private readonly ConcurrentDictionary<string, string> _links = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Door> _doors = new();

    /// <param name="delay">How long the server thinks about each mail.</param>
    public MailSink(TimeSpan delay) => _delay = delay;

    public IReadOnlyCollection<Mail> Mails => _mails;

    /// <summary>The path of the newest secret link that a recipient was sent.</summary>
    public IReadOnlyDictionary<string, string> Links => _links;

    /// <summary>Where one host process hands its mails in, and what it handed in there.</summary>
    public sealed class Door
    {
        internal TcpListener Listener { get; } = new(IPAddress.Loopback, 0);

        internal ConcurrentQueue<Mail> Taken { get; } = new();

        public int Port => ((IPEndPoint)Listener.LocalEndpoint).Port;

        public IReadOnlyCollection<Mail> Mails => Taken;
    }

    public Door Open()
    {
        var door = new Door();
        door.Listener.Start();
        _doors.Enqueue(door);
        _ = Accept(door);
        return door;
    }

    public void Dispose()
    {
        foreach (var door in _doors)
            door.Listener.Stop();
    }

    private async Task Accept(Door door)
    {
        try
        {
            while (true)
                _ = Serve(await door.Listener.AcceptTcpClientAsync(), door);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The drill is over.
        }
    }

    private async Task Serve(TcpClient client, Door door)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            var recipient = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.Ordinal)) recipient = line["RCPT TO:".Length..].Trim('<', '>');
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = await Read(reader, recipient);
                    await Task.Delay(_delay);
                    door.Taken.Enqueue(mail);
                    _mails.Enqueue(mail);
                }

                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (IOException)
        {
            // The sender was killed.
        }
    }

    private async Task<Mail> Read(StreamReader reader, string recipient)
    {
        var (id, subject, body) = ("", "", new StringBuilder());
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            // Quoted-printable: a line that ends with = goes on (RFC 2045, section 6.7).
            body.Append(line.EndsWith('=') ? line[..^1] : line + "\n");
            if (id.Length == 0) id = Header(line, "Message-ID:");
            if (subject.Length == 0) subject = Header(line, "Subject:");
        }

        if (id.Length == 0) throw new IOException("The sender left in the middle of a mail.");
        if (SecretLink().Match(body.ToString()) is { Success: true } link) _links[recipient] = link.Value;
        return new(recipient, subject, recipient, id);
    }

    [GeneratedRegex(@"/events/[^\s""<]+/with-link/[^\s""<]+")]
    private static partial Regex SecretLink();

    private static string Header(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..].Trim() : "";
}
