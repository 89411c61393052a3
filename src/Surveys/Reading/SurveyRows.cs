using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using Npgsql;

namespace EventOps.Surveys.Reading;

/// <summary>One survey in a list.</summary>
public sealed record SurveyRow(
    Guid Id, Guid EventId, LocalizedText Title, SurveyStage Stage, bool Anonymous, bool IsPublic, Guid? PreviousId);

/// <summary>Finds surveys of an event, or of an organisation.</summary>
public sealed class SurveyRows(NpgsqlDataSource database)
{
    private const string Columns = "survey_id, event_id, title_de, title_en, stage, anonymous, public, previous_id";

    public Task<IReadOnlyList<SurveyRow>> OfEvent(Guid eventId, CancellationToken ct) =>
        Read($"select {Columns} from surveys.surveys where event_id = $1 order by survey_id", eventId, ct);

    /// <summary>Whether holders of tickets are being asked at an event.</summary>
    public async Task<bool> AnyOpen(string slug, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select exists (select from surveys.surveys s join surveys.events e on e.event_id = s.event_id
              where e.slug = $1 and s.stage = 'open' and s.audience <> 'Public')
            """);
        command.Parameters.Add(Statements.Value(slug));
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>All surveys of an organisation, the newest first: what can be asked again.</summary>
    public Task<IReadOnlyList<SurveyRow>> OfOrganisation(Guid organisationId, CancellationToken ct) =>
        Read(
            $"select {Columns} from surveys.surveys where organisation_id = $1 order by survey_id desc limit 200", organisationId,
            ct);

    /// <summary>Later editions of a survey whose report everybody may see, the first of them first.</summary>
    public Task<IReadOnlyList<SurveyRow>> Following(Guid surveyId, CancellationToken ct) => Read(
        $"""
        select {Columns} from surveys.surveys where previous_id = $1 and public
          and organisation_id = (select organisation_id from surveys.surveys where survey_id = $1)
        order by survey_id limit 1
        """,
        surveyId, ct);

    /// <summary>Surveys that run, and ended ones with ballots that still wait.</summary>
    public async Task<IReadOnlyList<(Guid Id, DateTimeOffset? ClosesAt, bool Open)>> Unfinished(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select survey_id, closes_at, stage = 'open' from surveys.surveys s
            where stage = 'open' or (stage = 'closed' and exists (select from surveys.urn u where u.survey_id = s.survey_id))
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, DateTimeOffset?, bool)>();
        while (await reader.ReadAsync(ct))
            rows.Add(
                (reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(2)));
        return rows;
    }

    private async Task<IReadOnlyList<SurveyRow>> Read(string sql, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(Statements.Value(id));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<SurveyRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), new(reader.GetString(2), reader.GetString(3)),
                Enum.Parse<SurveyStage>(reader.GetString(4), ignoreCase: true), reader.GetBoolean(5), reader.GetBoolean(6),
                reader.IsDBNull(7) ? null : reader.GetGuid(7)));
        }

        return rows;
    }
}
