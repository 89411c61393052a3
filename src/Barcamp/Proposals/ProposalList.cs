using EventOps.EventStore;
using Npgsql;

namespace EventOps.Barcamp.Proposals;

/// <summary>One row per proposal stream, for lists and for uniting the stars of merged ones.</summary>
public static class ProposalList
{
    /// <summary>Announced after each change of a proposal, its words included.</summary>
    public const string Topic = "barcamp.proposals";

    public static Projection Projection { get; } = new(
        "barcamp.proposals", "barcamp.proposals",
        [
            typeof(ProposalDrafted), typeof(ProposalSubmitted), typeof(ProposalWithdrawn), typeof(ProposalHidden), typeof(ProposalShown),
            typeof(HostJoined), typeof(HostLeft), typeof(MergedInto), typeof(MergeEnded), typeof(MergeOffered), typeof(MergeOfferEnded),
            typeof(ProposalReworded),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("proposal-".Length)));
            switch (recorded.Event)
            {
                case ProposalDrafted e:
                    batch.Add(
                        $"insert into {table} (proposal_id, event_id, state, hosts) values ($1, $2, 'draft', array[$3::uuid])",
                        id, Statements.Value(e.EventId), Statements.Value(e.HostId));
                    break;
                case ProposalSubmitted e:
                    batch.Add(
                        $"update {table} set state = 'submitted', submitted_at = coalesce(submitted_at, $2) where proposal_id = $1",
                        id, Statements.Value(e.At.ToUniversalTime()));
                    break;
                case ProposalWithdrawn:
                    batch.Add($"update {table} set state = 'withdrawn' where proposal_id = $1", id);
                    break;
                case ProposalHidden or ProposalShown:
                    batch.Add($"update {table} set hidden = $2 where proposal_id = $1", id, Statements.Value(recorded.Event is ProposalHidden));
                    break;
                case HostJoined e:
                    batch.Add($"update {table} set hosts = array_append(hosts, $2) where proposal_id = $1", id, Statements.Value(e.HostId));
                    break;
                case HostLeft e:
                    batch.Add($"update {table} set hosts = array_remove(hosts, $2) where proposal_id = $1", id, Statements.Value(e.HostId));
                    break;
                case MergedInto e:
                    batch.Add($"update {table} set into_id = $2, offers = '{{}}' where proposal_id = $1", id, Statements.Value(e.IntoId));
                    break;
                case MergeEnded:
                    batch.Add($"update {table} set into_id = null where proposal_id = $1", id);
                    break;
                case MergeOffered e:
                    batch.Add($"update {table} set offers = array_append(offers, $2) where proposal_id = $1", id, Statements.Value(e.IntoId));
                    break;
                case MergeOfferEnded e:
                    batch.Add($"update {table} set offers = array_remove(offers, $2) where proposal_id = $1", id, Statements.Value(e.IntoId));
                    break;
            }
        }

        if (events.Count > 0) Wakeups.Announce(batch, Topic);
    }
}
