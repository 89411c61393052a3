using System.Buffers.Binary;
using EventOps.Surveys.Questionnaires;
using Npgsql;

namespace EventOps.Surveys.Reporting;

/// <summary>All responses of a survey by place: what everybody said to one part of one question, in one column.</summary>
/// <param name="Responses">How many.</param>
/// <param name="Columns">By place of the <see cref="AnswerLayout"/>; places that came later are not asked in earlier responses.</param>
public sealed record ResponseTable(int Responses, IReadOnlyList<int[]> Columns)
{
    /// <summary>In a column: this person was not asked.</summary>
    public const int NotAsked = int.MinValue + 1;

    public static ResponseTable Empty { get; } = new(0, []);

    public int[] Column(AnswerLayout layout, Guid question, int part = Question.Whole)
    {
        var place = layout.IndexOf(question, part);
        return place >= 0 && place < Columns.Count ? Columns[place] : [.. Enumerable.Repeat(NotAsked, Responses)];
    }
}

/// <summary>Reads the responses of a survey in one stream, in the binary form of COPY, past all conversions of single values.</summary>
public sealed class ResponseReading(NpgsqlDataSource database)
{
    // Field count (2), length of the field (4), dimensions, flags, type, length, lower bound (4 each).
    private const int Head = 26;

    public async Task<ResponseTable> Of(Guid surveyId, int places, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var stream = await connection.BeginRawBinaryCopyAsync(
            $"copy (select answers from surveys.responses where survey_id = '{surveyId}') to stdout (format binary)", ct);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, ct);
        return Read(all.GetBuffer().AsSpan(0, (int)all.Length), places);
    }

    private static ResponseTable Read(ReadOnlySpan<byte> bytes, int places)
    {
        const int Signature = 19; // PGCOPY, flags, length of the header's extension
        var rows = Count(bytes[Signature..]);
        var columns = new int[places][];
        for (var place = 0; place < places; place++)
            Array.Fill(columns[place] = new int[rows], ResponseTable.NotAsked);
        var rest = bytes[Signature..];
        for (var row = 0; row < rows; row++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest[2..]);
            var values = rest[Head..(6 + length)];
            for (var place = 0; values.Length > 0 && place < places; place++)
            {
                var size = BinaryPrimitives.ReadInt32BigEndian(values);
                if (size == 4) columns[place][row] = BinaryPrimitives.ReadInt32BigEndian(values[4..]);
                values = values[(4 + Math.Max(0, size))..];
            }

            rest = rest[(6 + length)..];
        }

        return new(rows, columns);
    }

    private static int Count(ReadOnlySpan<byte> rest)
    {
        var rows = 0;
        for (; BinaryPrimitives.ReadInt16BigEndian(rest) >= 0; rows++)
            rest = rest[(6 + BinaryPrimitives.ReadInt32BigEndian(rest[2..]))..];
        return rows;
    }
}
