using Npgsql;
using NpgsqlTypes;

namespace EventOps.EventStore;

/// <summary>Writing set-based statements: one array parameter per column, <c>unnest</c> in the SQL.</summary>
public static class Statements
{
    /// <summary>Adds a statement with positional parameters ($1, $2 ...) to the batch.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    /// <summary>One column of many rows as an array parameter; the PostgreSQL type follows from the C# type.</summary>
    public static NpgsqlParameter Column<TRow, TValue>(this IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        return new NpgsqlParameter<TValue[]> { TypedValue = values };
    }

    /// <summary>One column of JSON documents (as text) as a <c>jsonb[]</c> parameter.</summary>
    public static NpgsqlParameter JsonColumn<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, string?> json) =>
        new NpgsqlParameter<string?[]>
        {
            TypedValue = [.. rows.Select(json)],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };

    /// <summary>The same for documents that are UTF-8 already.</summary>
    public static NpgsqlParameter JsonColumn<TRow>(this IReadOnlyList<TRow> rows, Func<TRow, byte[]?> json) =>
        new NpgsqlParameter<byte[]?[]>
        {
            TypedValue = [.. rows.Select(json)],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };

    /// <summary>A single value.</summary>
    public static NpgsqlParameter Value<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
