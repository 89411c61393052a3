using Npgsql;

namespace EventOps.Accounts;

/// <summary>Small statements on this module's own rows, outside of a commit.</summary>
internal static class Rows
{
    public static async Task<int> Execute(this NpgsqlDataSource database, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<List<T>> List<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, params NpgsqlParameter[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    public static async Task<T?> First<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read, params NpgsqlParameter[] parameters)
    {
        var rows = await database.List(sql, read, parameters);
        return rows.Count > 0 ? rows[0] : default;
    }

    public static T? Maybe<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, NpgsqlParameter[] parameters)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
