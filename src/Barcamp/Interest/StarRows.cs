using EventOps.Barcamp.Reading;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Interest;

/// <summary>Who wants which session, as numbers that lead back to nobody: what schedules are judged by.</summary>
public sealed class StarRows(NpgsqlDataSource database)
{
    /// <summary>The stars for the sessions of a plan; repetitions count those of their proposal.</summary>
    public async Task<ProposingASchedule.Stars> Of(Plan plan, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select coalesce(p.into_id, p.proposal_id), dense_rank() over (order by s.voter)::int
            from barcamp.stars s join barcamp.proposals p on p.proposal_id = s.proposal_id where s.event_id = $1
            """);
        command.Parameters.Add(Statements.Value(plan.EventId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var sessions = plan.Sessions.ToLookup(session => session.ProposalId, session => session.Id);
        var rows = new List<(Guid SessionId, int Voter)>();
        while (await reader.ReadAsync(ct))
        {
            foreach (var session in sessions[reader.GetGuid(0)])
                rows.Add((session, reader.GetInt32(1)));
        }

        return ProposingASchedule.Stars.From(rows);
    }
}
