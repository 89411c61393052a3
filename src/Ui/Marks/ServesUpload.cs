namespace EventOps.Ui;

/// <summary>
/// Marks an answer that holds what somebody uploaded: it may load nothing and run nothing, even when it is opened on its own.
/// <c>MapGet(...).WithMetadata(new ServesUpload())</c>
/// </summary>
public sealed record ServesUpload
{
    /// <summary>The content security policy of such an answer.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
}
