using EventOps.EventStore;

namespace EventOps.Surveys.Commitments;

/// <summary>What people said and what is done about it: "you said, we did". Stream: commitment-{id}.</summary>
/// <param name="EventId">The event whose survey said it; empty before it is made.</param>
/// <param name="Finding">What was said; never changes.</param>
/// <param name="Pledge">What becomes of it.</param>
/// <param name="Place">In the list of its event.</param>
/// <param name="MadeAt">When it was promised.</param>
public sealed record Commitment(Guid EventId, Finding? Finding, Pledge? Pledge, int Place, DateTimeOffset MadeAt)
{
    public static Decider<CommitmentCommand, Commitment, CommitmentEvent> Decider { get; } =
        new("commitment", new(Guid.Empty, null, null, 0, default), Decide, Evolve);

    public static string Stream(Guid id) => $"commitment-{id}";

    public static Decision<CommitmentEvent> Decide(CommitmentCommand command, Commitment now) => command switch
    {
        MakeCommitment when now.Finding is not null => Decision<CommitmentEvent>.Nothing,
        MakeCommitment { Finding.Figure.IsEmpty: true } => new FigureMissing(),
        MakeCommitment c when !Explains(c.Pledge) => new ReasonMissing(),
        MakeCommitment c => new CommitmentMade(c.EventId, c.Finding, c.Pledge, c.Place, c.At),
        _ when now.Finding is null => new CommitmentNotFound(),
        ChangePledge c when c.Pledge == now.Pledge => Decision<CommitmentEvent>.Nothing,
        ChangePledge c when !Explains(c.Pledge) => new ReasonMissing(),
        ChangePledge c => new PledgeChanged(c.Pledge, c.At),
        PlaceCommitment c => c.Place == now.Place ? Decision<CommitmentEvent>.Nothing : new CommitmentPlaced(c.Place),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Commitment Evolve(Commitment now, CommitmentEvent happened) => happened switch
    {
        CommitmentMade e => new(e.EventId, e.Finding, e.Pledge, e.Place, e.At),
        PledgeChanged e => now with { Pledge = e.Pledge },
        CommitmentPlaced e => now with { Place = e.Place },
        _ => now,
    };

    private static bool Explains(Pledge pledge) => pledge.Status != CommitmentStatus.Declined || !pledge.Reason.IsEmpty;
}
