using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.SettingUp;

/// <summary>Who speaks at a programme item; nobody is no row.</summary>
public sealed record SpeakerRow(Guid ItemId, Guid EventId, string Names)
{
    public static void Write(IReadOnlyList<SpeakerRow> rows, NpgsqlBatch batch)
    {
        var last = rows.Reverse().DistinctBy(row => row.ItemId).ToList(); // one statement touches a row once
        batch.Add("delete from registration.speakers where item_id = any($1)", last.Column(row => row.ItemId));
        var named = last.Where(row => row.Names.Length > 0).ToList();
        if (named.Count == 0) return;
        batch.Add("insert into registration.speakers (item_id, event_id, names) select * from unnest($1, $2, $3)",
            named.Column(row => row.ItemId), named.Column(row => row.EventId), named.Column(row => row.Names));
    }
}
