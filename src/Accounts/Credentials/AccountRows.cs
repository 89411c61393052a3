using EventOps.EventStore;
using Npgsql;

namespace EventOps.Accounts.Credentials;

/// <summary>Name and mail of a person who works here: the only copy.</summary>
public sealed record PersonalRow(Guid SubjectId, Guid OrganisationId, string Name, string Mail, string MailKey, string Language)
{
    public static void Write(IReadOnlyList<PersonalRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into accounts.personal (subject_id, organisation_id, name, mail, mail_key, language)
        select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict (subject_id) do update set name = excluded.name, language = excluded.language
        """,
        rows.Column(r => r.SubjectId), rows.Column(r => r.OrganisationId), rows.Column(r => r.Name), rows.Column(r => r.Mail),
        rows.Column(r => r.MailKey), rows.Column(r => r.Language));
}

/// <summary>The password that a person joins with.</summary>
public sealed record CredentialRow(
    Guid AccountId, Guid OrganisationId, string PasswordHash, string SecurityStamp, DateTimeOffset At)
{
    public static void Write(IReadOnlyList<CredentialRow> rows, NpgsqlBatch batch) => batch.Add(
        """
        insert into accounts.credentials (account_id, organisation_id, password_hash, security_stamp, created_at)
        select * from unnest($1, $2, $3, $4, $5)
        """,
        rows.Column(r => r.AccountId), rows.Column(r => r.OrganisationId), rows.Column(r => r.PasswordHash),
        rows.Column(r => r.SecurityStamp), rows.Column(r => r.At));
}

/// <summary>Everything personal about somebody who left is deleted; sessions and credentials go with it.</summary>
public sealed record ErasedPerson(Guid SubjectId)
{
    public static void Write(IReadOnlyList<ErasedPerson> rows, NpgsqlBatch batch) =>
        batch.Add("delete from accounts.personal where subject_id = any($1)", rows.Column(r => r.SubjectId));
}
