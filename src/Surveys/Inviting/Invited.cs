using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using Npgsql;

namespace EventOps.Surveys.Inviting;

/// <summary>How far the asking has come.</summary>
/// <param name="Asked">Whom the survey is meant for: the population of its report.</param>
/// <param name="Sent">Who got the invitation.</param>
/// <param name="Reminded">Who got the reminder.</param>
/// <param name="Redeemed">Who has answered.</param>
/// <param name="OptedOut">Who wants no more mail.</param>
/// <param name="Bounced">Whose address does not exist.</param>
public sealed record InvitationFigures(long Asked, long Sent, long Reminded, long Redeemed, long OptedOut, long Bounced);

/// <summary>Who is to be asked, and how far that has come. Never what anybody answered.</summary>
public sealed class Invited(NpgsqlDataSource database)
{
    private const string Meant =
        """
        from surveys.participants p left join surveys.invitations i on i.survey_id = $1 and i.ticket_id = p.ticket_id
        where p.event_id = $2 and p.valid and (p.came or $3) and (cardinality($4::uuid[]) = 0 or p.ticket_type_id = any($4))
        """;

    public Task<IReadOnlyList<Guid>> ToInvite(Guid surveyId, Questionnaire survey, int most, CancellationToken ct) => Read(
        $"""
        select p.ticket_id {Meant} and i.sent_at is null and not coalesce(i.redeemed or i.opted_out or i.bounced, false)
        order by p.ticket_id limit $5
        """,
        ct, [.. Filter(surveyId, survey), Statements.Value(most)]);

    public Task<IReadOnlyList<Guid>> ToRemind(Guid surveyId, int most, CancellationToken ct) => Read(
        """
        select i.ticket_id from surveys.invitations i join surveys.participants p on p.ticket_id = i.ticket_id and p.valid
        where i.survey_id = $1 and i.sent_at is not null and not (i.reminded or i.redeemed or i.opted_out or i.bounced)
        order by i.ticket_id limit $2
        """,
        ct, Statements.Value(surveyId), Statements.Value(most));

    public async Task<InvitationFigures> Figures(Guid surveyId, Questionnaire survey, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select count(*), count(i.sent_at), count(*) filter (where i.reminded), count(*) filter (where i.redeemed),
              count(*) filter (where i.opted_out), count(*) filter (where i.bounced) {Meant}
            """);
        command.Parameters.AddRange(Filter(surveyId, survey).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4),
            reader.GetInt64(5));
    }

    private static IEnumerable<NpgsqlParameter> Filter(Guid surveyId, Questionnaire survey) =>
    [
        Statements.Value(surveyId), Statements.Value(survey.EventId),
        Statements.Value(survey.Terms.Audience != Audience.CheckedIn),
        Statements.Value(survey.Terms.TicketTypeIds.ToArray()),
    ];

    private async Task<IReadOnlyList<Guid>> Read(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tickets = new List<Guid>();
        while (await reader.ReadAsync(ct))
            tickets.Add(reader.GetGuid(0));
        return tickets;
    }
}
