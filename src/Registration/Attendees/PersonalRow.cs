using EventOps.EventStore;
using Npgsql;

namespace EventOps.Registration.Attendees;

/// <summary>The only copy of who an attendee is; erased by deleting the row. <paramref name="Answers"/>: question id to text, as JSON.</summary>
public sealed record PersonalRow(
    Guid SubjectId, Guid EventId, string GivenName, string FamilyName, string Email, string Organisation, string Answers)
{
    public static void Write(IReadOnlyList<PersonalRow> rows, NpgsqlBatch batch) => batch.Add("""
        insert into registration.personal (subject_id, event_id, given_name, family_name, email, organisation, answers)
        select * from unnest($1, $2, $3, $4, $5, $6, $7)
        on conflict (subject_id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
          email = excluded.email, organisation = excluded.organisation, answers = excluded.answers
        """,
        rows.Column(r => r.SubjectId), rows.Column(r => r.EventId), rows.Column(r => r.GivenName), rows.Column(r => r.FamilyName),
        rows.Column(r => r.Email), rows.Column(r => r.Organisation), rows.JsonColumn(r => r.Answers));

    /// <summary>The rows of some subjects; who was erased is not among them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PersonalRow>> Of(
        NpgsqlDataSource database, IReadOnlyList<Guid> subjectIds, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select subject_id, event_id, given_name, family_name, email, organisation, answers::text
            from registration.personal where subject_id = any($1)
            """);
        command.Parameters.Add(subjectIds.Column(id => id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new Dictionary<Guid, PersonalRow>();
        while (await reader.ReadAsync(ct))
        {
            people[reader.GetGuid(0)] = new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                reader.GetString(5), reader.GetString(6));
        }

        return people;
    }
}
