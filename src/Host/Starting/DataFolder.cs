using System.Diagnostics;

namespace EventOps.Host.Starting;

/// <summary>
/// The folder with everything a host keeps on disk: the embedded database, its passwords, the host key, unsent mails.
/// </summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens the folder, making it when it is missing.</summary>
    public DataFolder(string path)
    {
        Path = path;
        try
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (IOException failure)
        {
            throw CannotStart.WhenDiskIsFull(failure, path)
                ?? new CannotStart($"The data folder {path} cannot be made: {failure.Message}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotStart($"The data folder {path} cannot be made: this user may not write there.");
        }
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>A file or folder inside.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes this process the folder's only host; the kernel lets go of the lock however the process ends.</summary>
    public IDisposable Lock()
    {
        try
        {
            return new FileStream(At("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (CannotStart.WhenDiskIsFull(failure, Path) is null)
        {
            throw new CannotStart(
                $"Another EventOps already runs on the data folder {Path}: stop it first, or set EVENTOPS_DATA to another " +
                    $"folder.");
        }
    }

    /// <summary>Writes a file that only its owner can read, whole or not at all.</summary>
    public void WriteSecret(string name, string text)
    {
        var unfinished = At(name + ".new");
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(text);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, At(name), overwrite: true);
    }

    /// <summary>Lets the database's own user pass through this folder; files in it stay the host's.</summary>
    public void LetOthersPass()
    {
        Debug.Assert(Environment.IsPrivilegedProcess, "Only root runs the database as somebody else.");
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
