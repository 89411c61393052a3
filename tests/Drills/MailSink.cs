using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>A mail server that takes everything and remembers it, with the one moment of doubt that SMTP has.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TimeSpan _delay;
    private readonly ConcurrentQueue<Mail> _mails = new();
    private readonly ConcurrentDictionary<string, byte> _inDoubt = new(StringComparer.Ordinal);

    /// <param name="delay">How long the server thinks about each mail.</param>
    public MailSink(TimeSpan delay)
    {
        _delay = delay;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyCollection<Mail> Mails => _mails;

    /// <summary>Taken, but the sender was gone before it could hear so: it may come again, under the same id.</summary>
    public IReadOnlySet<string> InDoubt => _inDoubt.Keys.ToHashSet(StringComparer.Ordinal);

    public void Dispose() => _listener.Stop();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The drill is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        string? taken = null;
        try
        {
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink");
            var recipient = "";
            while (await reader.ReadLineAsync() is { } line)
            {
                taken = null; // the sender heard the answer and goes on
                if (line.StartsWith("RCPT TO:", StringComparison.Ordinal)) recipient = line["RCPT TO:".Length..].Trim('<', '>');
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var mail = await Read(reader, recipient);
                    await Task.Delay(_delay);
                    taken = mail.MessageId;
                    _mails.Enqueue(mail);
                }

                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (IOException)
        {
            // The sender was killed.
        }

        if (taken is not null) _inDoubt[taken] = 0;
    }

    private static async Task<Mail> Read(StreamReader reader, string recipient)
    {
        var (id, subject) = ("", "");
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            if (id.Length == 0) id = Header(line, "Message-ID:");
            if (subject.Length == 0) subject = Header(line, "Subject:");
        }

        if (id.Length == 0) throw new IOException("The sender left in the middle of a mail.");
        return new(recipient, subject, recipient, id);
    }

    private static string Header(string line, string name) =>
        line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..].Trim() : "";
}
