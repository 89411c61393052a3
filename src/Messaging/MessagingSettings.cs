namespace EventOps.Messaging;

/// <summary>The measures of a host's pumps; the defaults suit a host with two cores.</summary>
public sealed record MessagingSettings
{
    /// <summary>How long a lane stays with a host that went silent. A handler has two thirds of it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(25); // taken over within 30 s, the looking included

    /// <summary>Lanes handled at the same time; each waits for commits most of the time.</summary>
    public int Lanes { get; init; } = 128;

    /// <summary>Lanes of edge handlers handled at the same time, on top: a slow mail server must not hold up the rest.</summary>
    public int EdgeLanes { get; init; } = 16;

    /// <summary>How long a message is remembered as handled: a copy that arrives later would have effects again.</summary>
    public TimeSpan KeepMarks { get; init; } = TimeSpan.FromDays(90);

    internal TimeSpan HandlerTime => Lease * 2 / 3;

    // After this long a run starts no further message: the last one still has its full time within the lease.
    internal TimeSpan RunTime => Lease / 6;
}
