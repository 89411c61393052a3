using EventOps.EventStore;

namespace EventOps.Marketplace.Issues;

/// <summary>
/// Something that is wrong, from the report until it is solved. Stream: issue-{id}. What was written about it is a row: it may
/// name people.
/// </summary>
/// <param name="EventId">The event; empty before it is reported.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Actor">Who has taken it.</param>
/// <param name="StandId">At which stand; null: somewhere else.</param>
/// <param name="ExhibitorId">Which exhibitor reported it; null: somebody else.</param>
public sealed record Issue(Guid EventId, IssueState State, string? Actor, Guid? StandId, Guid? ExhibitorId)
{
    public static Decider<IssueCommand, Issue, IssueEvent> Decider { get; } =
        new("issue", new(Guid.Empty, IssueState.Open, null, null, null), Decide, Evolve);

    public bool Exists => EventId != Guid.Empty;

    public static string Stream(Guid id) => $"issue-{id}";

    public static Decision<IssueEvent> Decide(IssueCommand command, Issue now) => command switch
    {
        ReportIssue c => now.Exists ? Decision<IssueEvent>.Nothing : new IssueReported(c.EventId, c.StandId, c.ExhibitorId),
        _ when !now.Exists => new IssueNotFound(),
        TakeIssue c => now switch
        {
            { State: IssueState.Solved } => new IssueIsSolved(),
            // Two people who run to the same stand: the second learns of the first.
            { State: IssueState.Taken } when now.Actor != c.Actor && !c.FromOther => new IssueIsTaken(),
            { State: IssueState.Taken } when now.Actor == c.Actor => Decision<IssueEvent>.Nothing,
            _ => new IssueTaken(c.Actor),
        },
        SolveIssue c => now.State == IssueState.Solved ? Decision<IssueEvent>.Nothing : new IssueSolved(c.Actor),
        ReopenIssue => now.State == IssueState.Open ? Decision<IssueEvent>.Nothing : new IssueReopened(),
        MoveIssue c => new IssueMoved(c.StandId),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Issue Evolve(Issue now, IssueEvent happened) => happened switch
    {
        IssueReported e => new(e.EventId, IssueState.Open, null, e.StandId, e.ExhibitorId),
        IssueTaken e => now with { State = IssueState.Taken, Actor = e.Actor },
        IssueSolved e => now with { State = IssueState.Solved, Actor = e.Actor },
        IssueReopened => now with { State = IssueState.Open, Actor = null },
        IssueMoved e => now with { StandId = e.StandId },
        _ => now,
    };
}

/// <summary>Where an issue stands.</summary>
public enum IssueState
{
    Open,

    /// <summary>Somebody is on their way.</summary>
    Taken,
    Solved,
}

public abstract record IssueCommand;

public sealed record ReportIssue(Guid EventId, Guid? StandId, Guid? ExhibitorId) : IssueCommand;

/// <summary><paramref name="FromOther"/>: also where somebody else has it already.</summary>
public sealed record TakeIssue(string Actor, bool FromOther) : IssueCommand;

/// <summary>The note is written in the same commit.</summary>
public sealed record SolveIssue(string Actor) : IssueCommand;

public sealed record ReopenIssue : IssueCommand;

/// <summary>It is somewhere else; a place that is no stand is written in the same commit.</summary>
public sealed record MoveIssue(Guid? StandId) : IssueCommand;

public abstract record IssueEvent;

public sealed record IssueReported(Guid EventId, Guid? StandId, Guid? ExhibitorId) : IssueEvent;

public sealed record IssueTaken(string Actor) : IssueEvent;

public sealed record IssueSolved(string Actor) : IssueEvent;

public sealed record IssueReopened : IssueEvent;

public sealed record IssueMoved(Guid? StandId) : IssueEvent;

public sealed record IssueNotFound : Refusal;

public sealed record IssueIsSolved : Refusal;

/// <summary>Somebody else is on their way already.</summary>
public sealed record IssueIsTaken : Refusal;
