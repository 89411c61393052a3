using System.Runtime.CompilerServices;
using EventOps.Contracts;
using EventOps.EventStore;
using Npgsql;

namespace EventOps.Billing.Reading;

/// <summary>Finds bills of an organisation, with the names that were printed.</summary>
public sealed class BillRows(NpgsqlDataSource database)
{
    private const string Columns = """
        b.bill_id, b.event_id, e.slug, e.name_de, e.name_en, b.reference, b.subject_de, b.subject_en, b.state, d.number,
        coalesce(d.printed, q.printed)->'payer'->>'name', b.net, b.gross, b.paid, b.owed,
        b.issued_on, b.due_on, b.reminders, b.ordered_at,
        b.fee_of, c.number
        """;

    private const string Bills = """
        from billing.bills b
        left join billing.events e on e.event_id = b.event_id
        left join billing.documents d on d.bill_id = b.bill_id and d.kind = 'Invoice'
        left join billing.documents q on q.bill_id = b.bill_id and q.kind = 'Quote'
        left join billing.documents c on c.bill_id = b.bill_id and c.kind = 'Cancellation'
        where b.organisation_id = $1 and ($2::uuid is null or b.event_id = $2)
        """;

    private const string Found = """
        and ($3 = '' or d.number ilike $3 or c.number ilike $3 or b.reference ilike $3
          or coalesce(d.printed, q.printed)->'payer'->>'name' ilike $3)
        """;

    public async Task<IReadOnlyList<BillRow>> List(Guid organisationId, BillFilter filter, CancellationToken ct)
    {
        var sql = $"""
            select {Columns} {Bills} {Found} and {BillFilter.Condition(filter.State)}
            order by b.ordered_at desc, b.bill_id limit {BillFilter.PageSize} offset $4
            """;
        await using var command = Command(sql, organisationId, filter);
        command.Parameters.Add(Statements.Value((Math.Max(1, filter.Page) - 1) * BillFilter.PageSize));
        return await Read(command, ct).ToListAsync(ct);
    }

    /// <summary>How many and how much, by filter: for the chips above the list.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Counts(Guid organisationId, BillFilter filter, CancellationToken ct)
    {
        var counts = BillFilter.States.Select(state => $"count(*) filter (where {BillFilter.Condition(state)})");
        await using var command = Command(
            $"select count(*), {string.Join(", ", counts)} {Bills} {Found}", organisationId, filter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return BillFilter.States.Prepend("all").Select((state, at) => (state, reader.GetInt64(at)))
            .ToDictionary(one => one.state, one => one.Item2);
    }

    /// <summary>All of them, the first one first: for the accounting.</summary>
    public IAsyncEnumerable<BillRow> All(Guid organisationId, BillFilter filter, CancellationToken ct)
    {
        var sql = $"""
            select {Columns} {Bills} {Found} and {BillFilter.Condition(filter.State)} order by d.issued_on, d.number, b.ordered_at
            """;
        return Read(Command(sql, organisationId, filter), ct);
    }

    public async Task<BillRow?> One(Guid organisationId, Guid billId, CancellationToken ct)
    {
        await using var command = Command(
            $"select {Columns} {Bills} {Found} and b.bill_id = $4", organisationId, new(null, null, "", 1));
        command.Parameters.Add(Statements.Value(billId));
        return await Read(command, ct).FirstOrDefaultAsync(ct);
    }

    /// <summary>Bills that wait for something: tried again when settings change.</summary>
    public async Task<IReadOnlyList<Guid>> Waiting(Guid organisationId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select bill_id from billing.bills where organisation_id = $1 and state = 'Waiting' order by ordered_at");
        command.Parameters.Add(Statements.Value(organisationId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>An event by its id or its place in addresses.</summary>
    public async Task<(Guid Id, LocalizedText Name)?> Event(Guid organisationId, string idOrSlug, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, name_de, name_en from billing.events where organisation_id = $1
              and (slug = $2 or event_id::text = $2)
            order by version desc limit 1
            """);
        command.Parameters.Add(Statements.Value(organisationId));
        command.Parameters.Add(Statements.Value(idOrSlug));
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), new(reader.GetString(1), reader.GetString(2))) : null;
    }

    private NpgsqlCommand Command(string sql, Guid organisationId, BillFilter filter)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(organisationId));
        command.Parameters.Add(Statements.Value(filter.EventId));
        var search = filter.Search.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal);
        command.Parameters.Add(
            Statements.Value(search.Length == 0 ? "" : $"%{search.Replace("_", "\\_", StringComparison.Ordinal)}%"));
        return command;
    }

    private static async IAsyncEnumerable<BillRow> Read(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var _ = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            DateOnly? Day(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
            yield return new(
                reader.GetGuid(0), reader.GetGuid(1), Text(2), Text(3) is { } german ? new(german, Text(4)!) : null,
                reader.GetString(5), new(reader.GetString(6), reader.GetString(7)), reader.GetString(8), Text(9), Text(10),
                reader.GetDecimal(11), reader.GetDecimal(12), reader.GetDecimal(13), reader.GetDecimal(14), Day(15), Day(16),
                reader.GetInt32(17), reader.GetFieldValue<DateTimeOffset>(18), reader.IsDBNull(19) ? null : reader.GetGuid(19),
                Text(20));
        }
    }
}
