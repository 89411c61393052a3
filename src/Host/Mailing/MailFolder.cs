using System.Text;
using EventOps.Host.Starting;
using EventOps.Messaging;

namespace EventOps.Host.Mailing;

/// <summary>Keeps mails as .eml files in the data folder, on a machine without a mail server.</summary>
public sealed class MailFolder(DataFolder data, MailSettings settings, TimeProvider clock) : IMailEdge
{
    private readonly string _folder = Directory.CreateDirectory(
        data.At("mail"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <inheritdoc/>
    public async Task Send(OutgoingMail mail, CancellationToken ct = default)
    {
        var message = MimeMail.Write(mail, settings, clock.GetUtcNow());
        var unfinished = Path.Combine(_folder, $"{mail.MailId:D}.new");
        await File.WriteAllTextAsync(unfinished, message, new UTF8Encoding(false), ct);
        File.Move(unfinished, Path.Combine(_folder, $"{mail.MailId:D}.eml"), overwrite: true); // sent twice is kept once
    }

    /// <summary>All mails, newest first.</summary>
    public IEnumerable<(Guid Id, EmlFile Mail)> All() => new DirectoryInfo(_folder).EnumerateFiles("*.eml")
        .OrderByDescending(file => file.LastWriteTimeUtc)
        .Select(file => (Guid.Parse(Path.GetFileNameWithoutExtension(file.Name)), EmlFile.Read(File.ReadAllText(file.FullName))));

    /// <summary>One mail, or nothing.</summary>
    public EmlFile? Find(Guid id) => FileOf(id) is { } file ? EmlFile.Read(File.ReadAllText(file)) : null;

    /// <summary>The file of a mail, or nothing.</summary>
    public string? FileOf(Guid id) => Path.Combine(_folder, $"{id:D}.eml") is var file && File.Exists(file) ? file : null;
}
