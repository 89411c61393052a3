using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Proposals;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Reading;

/// <summary>Ideas that have no session yet: for moderators they wait in the parking lot, under their own id.</summary>
public sealed class OpenProposals(NpgsqlDataSource database, IEventStore store, Words words)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    /// <summary>The plan with these ideas as parked sessions.</summary>
    public async Task<Plan> AddTo(Plan plan, CancellationToken ct)
    {
        var known = plan.Sessions.Select(session => session.ProposalId).ToHashSet();
        var waiting = (await Ids(plan.EventId, ct)).Where(id => !known.Contains(id)).ToList();
        if (waiting.Count == 0) return plan;
        var proposals = new List<(Guid Id, Proposal Proposal)>(waiting.Count);
        foreach (var id in waiting)
            proposals.Add((id, await store.Recall(Proposal.Stream(id), Proposal.Decider, s_maxAge, ct)));
        var texts = await words.Texts(waiting, ct);
        var names = await words.Names([.. proposals.SelectMany(proposal => proposal.Proposal.AllHosts).Distinct()], ct);
        return plan with
        {
            Sessions =
            [
                .. plan.Sessions,
                .. proposals.Where(known => texts.ContainsKey(known.Id)).Select(known => Session(known.Id, known.Proposal, texts[known.Id], names)),
            ],
        };
    }

    private static PlannedSession Session(Guid id, Proposal proposal, Words.Text text, IReadOnlyDictionary<Guid, string> names) => new(
        id, id, text.Title, text.Summary, text.Language, text.Tags,
        [.. proposal.AllHosts.Select(host => new PlannedHost(host, names.GetValueOrDefault(host, "")))],
        null, SessionState.Parked, 0, proposal.SubmittedAt ?? default, 0, proposal.Wishes, false, null, null);

    private async Task<List<Guid>> Ids(Guid eventId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select proposal_id from barcamp.proposals
            where event_id = $1 and state = 'submitted' and not hidden and into_id is null order by submitted_at, proposal_id
            """);
        command.Parameters.Add(Statements.Value(eventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct))
            ids.Add(reader.GetGuid(0));
        return ids;
    }
}
