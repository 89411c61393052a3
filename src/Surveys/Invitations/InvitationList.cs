using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Invitations;

/// <summary>One row per invitation: who was asked, who took part, who wants no mail. Nothing of it stands beside an answer.</summary>
public static class InvitationList
{
    public static Projection Projection { get; } = new(
        "surveys.invitations", "surveys.invitations",
        [typeof(InvitationSent), typeof(ReminderSent), typeof(InvitationRedeemed), typeof(MailDeclined), typeof(MailBounced)],
        Project);

    /// <summary>Survey and ticket of a stream's id: invitation-{survey}-{ticket}.</summary>
    public static (Guid SurveyId, Guid TicketId) IdsOf(string stream)
    {
        const int Id = 36;
        var ids = stream.AsSpan("invitation-".Length);
        return (Guid.Parse(ids[..Id]), Guid.Parse(ids[(Id + 1)..]));
    }

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var (column, value) = recorded.Event switch
            {
                InvitationSent e => ("sent_at", Statements.Value(e.At.ToUniversalTime())),
                ReminderSent => ("reminded", Statements.Value(true)),
                InvitationRedeemed => ("redeemed", Statements.Value(true)),
                MailDeclined => ("opted_out", Statements.Value(true)),
                _ => ("bounced", Statements.Value(true)),
            };
            var (survey, ticket) = IdsOf(recorded.Stream);
            batch.Add(
                $"""
                insert into {table} (survey_id, ticket_id, {column}) values ($1, $2, $3)
                on conflict (survey_id, ticket_id) do update set {column} = excluded.{column}
                """,
                Statements.Value(survey), Statements.Value(ticket), value);
        }
    }
}
