using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Barcamp.Pitches;

/// <summary>
/// The stage: who pitches next, who is on it, how many hands went up. First come, first served over persons: who has pitched
/// already waits for those who have not. Stream: pitch-{event}.
/// </summary>
public sealed record Pitching(
    int Round, bool Open, ImmutableList<Waiting> Queue, Waiting? OnStage, DateTimeOffset? Since,
    ImmutableDictionary<Guid, int> Turns, ImmutableDictionary<Guid, int> Hands, ImmutableHashSet<Guid> Pitched)
{
    public const int MostHands = 5000;

    public static Decider<PitchCommand, Pitching, PitchEvent> Decider { get; } = new("pitch",
        new(0, false, [], null, null, ImmutableDictionary<Guid, int>.Empty, ImmutableDictionary<Guid, int>.Empty, []), Decide,
        Evolve);

    /// <summary>Everybody's first pitch, then everybody's second, each in the order of arrival.</summary>
    public IReadOnlyList<Waiting> InOrder
    {
        get
        {
            var seen = new Dictionary<Guid, int>(Turns);
            return [.. Queue.Select((waiting, place) => (waiting, place, turn: seen[waiting.HostId] = seen.GetValueOrDefault(waiting.HostId) + 1))
                .OrderBy(entry => entry.turn).ThenBy(entry => entry.place).Select(entry => entry.waiting)];
        }
    }

    public static string Stream(Guid eventId) => $"pitch-{eventId}";

    public static Decision<PitchEvent> Decide(PitchCommand command, Pitching pitching) => command switch
    {
        OpenRound => pitching.Open ? Decision<PitchEvent>.Nothing : new RoundOpened(pitching.Round + 1),
        CloseRound => pitching.Open ? new RoundClosed() : Decision<PitchEvent>.Nothing,
        JoinQueue c => pitching.Waits(c.ProposalId) || pitching.OnStage?.ProposalId == c.ProposalId
            ? Decision<PitchEvent>.Nothing
            : new QueueJoined(c.ProposalId, c.HostId),
        LeaveQueue c => pitching.Waits(c.ProposalId) ? new QueueLeft(c.ProposalId) : Decision<PitchEvent>.Nothing,
        CallNext c => pitching.Next(c),
        CallProposal c => pitching.OnStage?.ProposalId == c.ProposalId
            ? Decision<PitchEvent>.Nothing
            : new StageTaken(c.ProposalId, c.HostId, c.At),
        LeaveStage c => pitching.OnStage?.ProposalId == c.ProposalId ? new StageLeft(c.ProposalId) : Decision<PitchEvent>.Nothing,
        SendBack c => pitching.OnStage?.ProposalId == c.ProposalId ? new SentBack(c.ProposalId) : Decision<PitchEvent>.Nothing,
        CountHands c => c.Hands is < 0 or > MostHands ? new TooManyHands(MostHands)
            : pitching.Hands.TryGetValue(c.ProposalId, out var known) && known == c.Hands ? Decision<PitchEvent>.Nothing
            : new HandsCounted(c.ProposalId, c.Hands),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Pitching Evolve(Pitching pitching, PitchEvent happened) => happened switch
    {
        RoundOpened e => pitching with { Open = true, Round = e.Round, Turns = pitching.Turns.Clear() },
        RoundClosed => pitching with { Open = false, OnStage = null, Since = null },
        QueueJoined e => pitching with { Queue = pitching.Queue.Add(new(e.ProposalId, e.HostId)) },
        QueueLeft e => pitching with { Queue = pitching.Without(e.ProposalId) },
        StageTaken e => pitching with
        {
            OnStage = new(e.ProposalId, e.HostId),
            Since = e.At,
            Queue = pitching.Without(e.ProposalId),
            Turns = pitching.Turns.SetItem(e.HostId, pitching.Turns.GetValueOrDefault(e.HostId) + 1),
            Pitched = pitching.Pitched.Add(e.ProposalId),
        },
        StageLeft => pitching with { OnStage = null, Since = null },
        SentBack when pitching.OnStage is { } back => pitching with
        {
            OnStage = null,
            Since = null,
            Queue = pitching.Queue.Insert(0, back),
            Turns = pitching.Turns.SetItem(back.HostId, Math.Max(0, pitching.Turns.GetValueOrDefault(back.HostId) - 1)),
            Pitched = pitching.Pitched.Remove(back.ProposalId),
        },
        HandsCounted e => pitching with { Hands = pitching.Hands.SetItem(e.ProposalId, e.Hands) },
        _ => pitching,
    };

    private bool Waits(Guid proposalId) => Queue.Exists(waiting => waiting.ProposalId == proposalId);

    private ImmutableList<Waiting> Without(Guid proposalId) => Queue.RemoveAll(waiting => waiting.ProposalId == proposalId);

    // Two moderators who both tap "next" call one person, not two: each says who was on stage.
    private Decision<PitchEvent> Next(CallNext c) =>
        OnStage?.ProposalId != c.Seen ? new StageChangedMeanwhile()
        : InOrder is [var first, ..] ? new StageTaken(first.ProposalId, first.HostId, c.At)
        : new NobodyWaits();
}

/// <summary>One entry of the queue.</summary>
public sealed record Waiting(Guid ProposalId, Guid HostId);
