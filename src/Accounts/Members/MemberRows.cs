using EventOps.EventStore;

namespace EventOps.Accounts.Members;

/// <summary>Who works for which organisation: one row per member.</summary>
public static class MemberRows
{
    public static Projection Projection { get; } = new(
        "accounts.members", "accounts.members", [typeof(MemberInvited), typeof(MemberJoined), typeof(MemberLeft)], Project);

    private static void Project(IReadOnlyList<Recorded> events, Npgsql.NpgsqlBatch batch, string table)
    {
        var invited = events.Where(e => e.Event is MemberInvited).ToList();
        var joined = events.Where(e => e.Event is MemberJoined).ToList();
        var left = events.Where(e => e.Event is MemberLeft).ToList();
        if (invited.Count > 0)
        {
            batch.Add(
                $"""
                insert into {table} (member_id, organisation_id, invited_at)
                select * from unnest($1, $2, $3) on conflict do nothing
                """,
                invited.Column(Id), invited.Column(e => ((MemberInvited)e.Event).OrganisationId), invited.Column(e => e.At));
        }

        if (joined.Count > 0)
        {
            batch.Add(
                $"update {table} m set joined_at = j.at from unnest($1, $2) as j (id, at) where m.member_id = j.id",
                joined.Column(Id), joined.Column(e => e.At));
        }

        if (left.Count > 0)
            batch.Add($"delete from {table} where member_id = any($1)", left.Column(Id));
    }

    internal static Guid Id(Recorded recorded) => Guid.Parse(recorded.Stream.AsSpan("member-".Length));
}
