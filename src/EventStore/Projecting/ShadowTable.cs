using Npgsql;

namespace EventOps.EventStore.Projecting;

/// <summary>
/// A table beside the live one that is filled unseen and then takes its place with its names, rights and policies.
/// </summary>
internal sealed class ShadowTable(string live)
{
    private const string Obstacles = """
        select 'a foreign key' from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid)
        union all select 'the trigger ' || tgname from pg_trigger where tgrelid = $1::regclass and not tgisinternal
        union all select 'the view ' || r.ev_class::regclass from pg_depend d join pg_rewrite r on r.oid = d.objid
          where d.classid = 'pg_rewrite'::regclass and d.refobjid = $1::regclass and r.ev_class <> $1::regclass
        limit 1
        """;

    private const string FindIndexes = """
        select c.relname, i.indisunique, k.conname, pg_get_constraintdef(k.oid),
          substring(pg_get_indexdef(i.indexrelid) from ' USING .*$'), i.indexrelid::bigint
        from pg_index i join pg_class c on c.oid = i.indexrelid
        left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
        where i.indrelid = $1::regclass order by i.indexrelid
        """;

    private const string RightsOf = """
        select format('alter table %s owner to %I', $2, pg_get_userbyid(relowner)) from pg_class where oid = $1::regclass
        union all
        select format('grant %s on %s to %s', privilege_type, $2,
          case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end)
        from pg_class cross join aclexplode(relacl) where oid = $1::regclass
        union all
        select format('alter table %s enable row level security', $2) from pg_class where oid = $1::regclass and relrowsecurity
        union all
        select format('alter table %s force row level security', $2) from pg_class
        where oid = $1::regclass and relforcerowsecurity
        union all
        select format('create policy %I on %s as %s for %s to %s', policyname, $2, permissive, cmd,
            (select string_agg(case role when 'public' then role else quote_ident(role) end, ', ')
             from unnest(roles::text[]) role))
          || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
        from pg_policies where format('%I.%I', schemaname, tablename)::regclass = $1::regclass
        """;

    private readonly List<Index> _indexes = [];

    private sealed record Index(string Name, bool Unique, string? Constraint, string Definition, string Draft);

    public string Name { get; } = live + "__rebuild";

    private string Schema => live[..live.IndexOf('.', StringComparison.Ordinal)];

    private string LiveName => live[(Schema.Length + 1)..];

    /// <summary>Creates it empty, with what upserts need; drops what an attempt that died has left.</summary>
    public async Task Create(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await Texts(connection, Obstacles, ct, live) is [var obstacle, ..])
            throw new InvalidOperationException($"{live} cannot be replaced: {obstacle} hangs on it.");
        await ReadIndexes(connection, ct);
        await Run(connection, [
            $"drop table if exists {Name}",
            $"create table {Name} (like {live} including all excluding indexes)",
            .. _indexes.Where(index => index.Unique).Select(Creation),
        ], ct);
        await Run(connection, await Texts(connection, RightsOf, ct, live, Name), ct);
    }

    /// <summary>Adds the indexes that only readers need, once the rows are there.</summary>
    public Task Finish(NpgsqlConnection connection, CancellationToken ct) =>
        Run(connection, [.. _indexes.Where(index => !index.Unique).Select(Creation), $"analyze {Name}"], ct);

    /// <summary>Takes the live table's place, in the caller's transaction, which holds the live table's lock.</summary>
    public Task TakePlace(NpgsqlConnection connection, CancellationToken ct) => Run(connection, [
        $"drop table {live}",
        $"alter table {Name} rename to {LiveName}",
        .. _indexes.Select(index => index.Constraint is { } constraint
            ? $"alter table {live} rename constraint {index.Draft} to \"{constraint}\""
            : $"alter index {Schema}.{index.Draft} rename to \"{index.Name}\""),
    ], ct);

    private string Creation(Index index) => index.Constraint is null
        ? $"create {(index.Unique ? "unique " : "")}index {index.Draft} on {Name}{index.Definition}"
        : $"alter table {Name} add constraint {index.Draft} {index.Definition}";

    private async Task ReadIndexes(NpgsqlConnection connection, CancellationToken ct)
    {
        _indexes.Clear();
        await using var command = new NpgsqlCommand(FindIndexes, connection);
        command.Parameters.Add(Statements.Value(live));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var constraint = reader.IsDBNull(2) ? null : reader.GetString(2);
            _indexes.Add(new(reader.GetString(0), reader.GetBoolean(1) || constraint is not null, constraint,
                reader.GetString(constraint is null ? 4 : 3), $"rebuild_{reader.GetInt64(5)}"));
        }
    }

    private static async Task<IReadOnlyList<string>> Texts(
        NpgsqlConnection connection, string sql, CancellationToken ct, params string[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(Statements.Value(parameter));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(ct))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task Run(NpgsqlConnection connection, IReadOnlyList<string> statements, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var statement in statements)
            batch.Add(statement);
        await batch.ExecuteNonQueryAsync(ct);
    }
}
