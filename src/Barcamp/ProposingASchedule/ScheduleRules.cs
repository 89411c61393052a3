namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What a moderator may set before asking for a proposed schedule.</summary>
/// <param name="Announced">Slots that people were told about: no move touches them.</param>
/// <param name="ChangeWeight">How many more visits a move of a placed session has to bring to be worth it.</param>
/// <param name="StepsPerSession">How long it searches. A number of steps and no time, so that a repetition finds the
/// same.</param>
public sealed record ScheduleRules(IReadOnlySet<Guid> Announced, int ChangeWeight = 2, int StepsPerSession = 15_000)
{
    public static ScheduleRules Usual { get; } = new(new HashSet<Guid>());
}

/// <summary>What the points of a schedule are made of; one visit is <see cref="Visit"/> points.</summary>
internal static class Weights
{
    /// <summary>One person who finds a starred session in one slot.</summary>
    public const int Visit = 16;

    /// <summary>One star more than the room has seats: not all who starred will come.</summary>
    public const int NoSeat = 4;

    /// <summary>The satisfaction of one person of the worst-off tenth, for each of <see cref="Levels"/>.</summary>
    public const int WorstTenth = 4;

    /// <summary>A person's satisfaction in so many steps: none, or all that can be had.</summary>
    public const int Levels = 16;

    /// <summary>A session without a place: more than anything else.</summary>
    public const int Unplaced = 1_000_000;

    /// <summary>A session may not be there.</summary>
    public const int Never = int.MaxValue / 4;
}
