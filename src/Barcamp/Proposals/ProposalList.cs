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
            typeof(ProposalDrafted), typeof(ProposalSubmitted), typeof(ProposalWithdrawn), typeof(ProposalHidden),
            typeof(ProposalShown),
            typeof(HostJoined), typeof(HostLeft), typeof(MergedInto), typeof(MergeEnded), typeof(MergeOffered),
            typeof(MergeOfferEnded), typeof(ProposalReworded),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("proposal-".Length)));
            if (recorded.Event is ProposalDrafted drafted)
            {
                batch.Add(
                    $"insert into {table} (proposal_id, event_id, state, hosts) values ($1, $2, 'draft', array[$3::uuid])",
                    id, Statements.Value(drafted.EventId), Statements.Value(drafted.HostId));
            }
            else if (Change(recorded.Event) is (var set, var value))
            {
                batch.Add($"update {table} set {set} where proposal_id = $1", value is null ? [id] : [id, value]);
            }
        }

        if (events.Count > 0) Wakeups.Announce(batch, Topic);
    }

    private static (string Set, NpgsqlParameter? Value)? Change(object happened) => happened switch
    {
        ProposalSubmitted e => ("state = 'submitted', submitted_at = coalesce(submitted_at, $2)", Statements.Value(e.At.ToUniversalTime())),
        ProposalWithdrawn => ("state = 'withdrawn'", null),
        ProposalHidden => ("hidden = true", null),
        ProposalShown => ("hidden = false", null),
        HostJoined e => ("hosts = array_append(hosts, $2)", Statements.Value(e.HostId)),
        HostLeft e => ("hosts = array_remove(hosts, $2)", Statements.Value(e.HostId)),
        MergedInto e => ("into_id = $2, offers = '{}'", Statements.Value(e.IntoId)),
        MergeEnded => ("into_id = null", null),
        MergeOffered e => ("offers = array_append(offers, $2)", Statements.Value(e.IntoId)),
        MergeOfferEnded e => ("offers = array_remove(offers, $2)", Statements.Value(e.IntoId)),
        _ => null, // other words: nothing of this row, but whoever looks at lists has to look again
    };
}
