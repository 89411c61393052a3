using EventOps.EventStore;

namespace EventOps.Accounts.Members;

/// <summary>The rights that stand: what authorization reads.</summary>
public static class RightRows
{
    public static Projection Projection { get; } = new(
        "accounts.rights", "accounts.rights", [typeof(RoleGranted), typeof(RoleRevoked), typeof(MemberLeft)], Project);

    private static void Project(IReadOnlyList<Recorded> events, Npgsql.NpgsqlBatch batch, string table)
    {
        // Granted, taken and granted again within one batch: the last word on each right counts.
        var last = new Dictionary<(Guid Member, Right Right), (Guid? Organisation, Guid Member, Right Right)>();
        foreach (var recorded in events)
        {
            var member = MemberRows.Id(recorded);
            if (recorded.Event is RoleGranted granted)
                Say(granted.OrganisationId, member, new(granted.Role, granted.EventId));
            else if (recorded.Event is RoleRevoked revoked)
                Say(null, member, new(revoked.Role, revoked.EventId));
            else
                last.Keys.Where(key => key.Member == member).ToList().ForEach(key => Say(null, key.Member, key.Right));
        }

        void Say(Guid? organisation, Guid member, Right right) => last[(member, right)] = (organisation, member, right);

        var standing = last.Values.Where(word => word.Organisation is not null).ToList();
        var taken = last.Values.Where(word => word.Organisation is null).ToList();
        var left = events.Where(recorded => recorded.Event is MemberLeft).ToList();
        if (left.Count > 0)
            batch.Add($"delete from {table} where member_id = any($1)", left.Column(MemberRows.Id));
        if (taken.Count > 0)
        {
            batch.Add(
                $"""
                delete from {table} r using unnest($1, $2, $3) as t (member_id, role, event_id)
                where r.member_id = t.member_id and r.role = t.role and r.event_id is not distinct from t.event_id
                """,
                taken.Column(w => w.Member), taken.Column(w => w.Right.Role.ToString()), taken.Column(w => w.Right.EventId));
        }

        if (standing.Count > 0)
        {
            batch.Add(
                $"""
                insert into {table} (organisation_id, member_id, role, event_id)
                select * from unnest($1, $2, $3, $4) on conflict do nothing
                """,
                standing.Column(w => w.Organisation!.Value), standing.Column(w => w.Member),
                standing.Column(w => w.Right.Role.ToString()), standing.Column(w => w.Right.EventId));
        }
    }
}
