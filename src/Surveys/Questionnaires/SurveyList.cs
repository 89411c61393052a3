using EventOps.EventStore;
using Npgsql;

namespace EventOps.Surveys.Questionnaires;

/// <summary>One row per survey, for lists and for what is due.</summary>
public static class SurveyList
{
    public static Projection Projection { get; } = new(
        "surveys.surveys", "surveys.surveys",
        [
            typeof(SurveyPlanned), typeof(TermsSet), typeof(SurveyOpened), typeof(SurveyClosed), typeof(ReportPublished),
            typeof(ReportWithdrawn),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("questionnaire-".Length)));
            switch (recorded.Event)
            {
                case SurveyPlanned e:
                    batch.Add(
                        $"""
                        insert into {table} (survey_id, event_id, organisation_id, stage, title_de, title_en, anonymous, audience,
                          ticket_type_ids, invites_after_event) values ($1, $2, $3, 'draft', '', '', true, '', array[]::uuid[], false)
                        """,
                        id, Statements.Value(e.EventId), Statements.Value(e.OrganisationId));
                    Set(e.Terms, id.Clone(), batch, table);
                    break;
                case TermsSet e:
                    Set(e.Terms, id, batch, table);
                    break;
                case SurveyOpened e:
                    batch.Add(
                        $"update {table} set stage = 'open', opened_at = $2 where survey_id = $1", id,
                        Statements.Value(e.At.ToUniversalTime()));
                    break;
                case SurveyClosed:
                    batch.Add($"update {table} set stage = 'closed' where survey_id = $1", id);
                    break;
                case ReportPublished or ReportWithdrawn:
                    batch.Add(
                        $"update {table} set public = $2 where survey_id = $1", id,
                        Statements.Value(recorded.Event is ReportPublished));
                    break;
            }
        }
    }

    private static void Set(SurveyTerms terms, NpgsqlParameter id, NpgsqlBatch batch, string table) => batch.Add(
        $"""
        update {table} set title_de = $2, title_en = $3, anonymous = $4, audience = $5, ticket_type_ids = $6, invites_after_event = $7,
          reminds_after_days = $8, closes_at = $9, previous_id = $10 where survey_id = $1
        """,
        id, Statements.Value(terms.Title.De), Statements.Value(terms.Title.En),
        Statements.Value(terms.Mode == SurveyMode.Anonymous),
        Statements.Value(terms.Audience.ToString()), Statements.Value(terms.TicketTypeIds.ToArray()),
        Statements.Value(terms.InvitesAfterEvent), Statements.Value(terms.RemindsAfterDays),
        Statements.Value(terms.ClosesAt?.ToUniversalTime()), Statements.Value(terms.PreviousId));
}
