namespace EventOps.Host.Starting;

/// <summary>Why the host does not start: one sentence for the operator, then a non-zero exit.</summary>
public sealed class CannotStart(string sentence) : Exception(sentence)
{
    private const int NoSpaceLeft = 28; // ENOSPC

    /// <summary>The sentence for a full disk, or nothing when the failure is another one.</summary>
    public static CannotStart? WhenDiskIsFull(IOException failure, string folder) =>
        (failure.HResult & 0xFFFF) == NoSpaceLeft ? WhenDiskIsFull(failure.Message + "No space left on device", folder) : null;

    /// <summary>The sentence for a full disk, or nothing when a program's output does not speak of one.</summary>
    public static CannotStart? WhenDiskIsFull(string output, string folder) =>
        output.Contains("No space left on device", StringComparison.OrdinalIgnoreCase)
        || output.Contains("Disk quota exceeded", StringComparison.OrdinalIgnoreCase)
            ? new($"The disk that holds {folder} is full: free some space, then start again.")
            : null;
}
