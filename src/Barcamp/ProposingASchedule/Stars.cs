namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Who wants which session: voters are numbers, so that no schedule knows a person.</summary>
public sealed class Stars(IReadOnlyDictionary<Guid, IReadOnlySet<int>> voters)
{
    private static readonly HashSet<int> s_nobody = [];

    public static Stars None { get; } = new(new Dictionary<Guid, IReadOnlySet<int>>());

    public IReadOnlySet<int> Of(Guid sessionId) => voters.GetValueOrDefault(sessionId) ?? s_nobody;

    /// <summary>From rows of session and voter, in any order.</summary>
    public static Stars From(IEnumerable<(Guid SessionId, int Voter)> rows) => new(rows.GroupBy(row => row.SessionId)
        .ToDictionary(group => group.Key, IReadOnlySet<int> (group) => group.Select(row => row.Voter).ToHashSet()));
}
