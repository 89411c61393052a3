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
}
