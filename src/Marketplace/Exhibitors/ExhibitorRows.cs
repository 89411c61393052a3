using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>An exhibitor in a list, with the name of those whose names are still there.</summary>
public sealed record ExhibitorRow(
    Guid Id, bool Confirmed, DateTimeOffset SignedUpAt, IReadOnlyList<Guid> Applied, IReadOnlyList<Guid> Admitted,
    IReadOnlyList<Guid> Declined,
    IReadOnlyList<Guid> BillIds, string Organisation, string Contact, string Email, string Phone, string Language);

/// <summary>Reads the exhibitors of an event.</summary>
public sealed class ExhibitorRows(NpgsqlDataSource database)
{
    private const string Select = """
        select e.exhibitor_id, e.confirmed, e.signed_up_at, e.applied, e.admitted, e.declined, e.bill_ids,
          coalesce(p.organisation, ''), coalesce(p.contact, ''), coalesce(p.email, ''), coalesce(p.phone, ''), coalesce(p.language, 'de')
        from marketplace.exhibitors e left join marketplace.personal p using (exhibitor_id)
        """;

    public Task<List<ExhibitorRow>> Of(Guid eventId, CancellationToken ct) =>
        Read($"{Select} where e.event_id = $1 order by lower(p.organisation), e.signed_up_at", [Statements.Value(eventId)], ct);

    public async Task<ExhibitorRow?> Find(Guid id, CancellationToken ct) =>
        (await Read($"{Select} where e.exhibitor_id = $1", [Statements.Value(id)], ct)).FirstOrDefault();

    /// <summary>The exhibitor with this address at an event: who asks for a link again gets the old one.</summary>
    public async Task<Guid?> ByEmail(Guid eventId, string email, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select exhibitor_id from marketplace.personal where event_id = $1 and lower(email) = lower($2)");
        command.Parameters.Add(Statements.Value(eventId));
        command.Parameters.Add(Statements.Value(email));
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private async Task<List<ExhibitorRow>> Read(string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<ExhibitorRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetBoolean(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<Guid[]>(3),
                reader.GetFieldValue<Guid[]>(4), reader.GetFieldValue<Guid[]>(5), reader.GetFieldValue<Guid[]>(6),
                reader.GetString(7), reader.GetString(8), reader.GetString(9), reader.GetString(10), reader.GetString(11)));
        }

        return rows;
    }
}
