using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace EventOps.Surveys.Entering;

/// <summary>Holders of a ticket: their ticket's link makes this browser theirs for one survey, by a sealed cookie.</summary>
public sealed class Participants(NpgsqlDataSource database, SealedCookies cookies)
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(1);

    /// <summary>One holder of a ticket.</summary>
    public sealed record Participant(Guid TicketId, Guid EventId, Guid TicketTypeId, bool Came)
    {
        /// <summary>Whether a survey is meant for them.</summary>
        public bool IsAsked(SurveyTerms terms) => (Came || terms.Audience != Audience.CheckedIn)
            && (terms.TicketTypeIds.Count == 0 || terms.TicketTypeIds.Contains(TicketTypeId));
    }

    /// <summary>The ticket that a link's token belongs to, or null.</summary>
    public async Task<Participant?> Open(Guid eventId, string token, CancellationToken ct)
    {
        if (TicketToken.Read(token) is not { } claim) return null;
        var found = await Read(claim.TicketId, claim, ct);
        return found?.EventId == eventId ? found : null;
    }

    public void Remember(HttpContext http, Guid surveyId, Participant who) =>
        cookies.Set(http, Cookie(surveyId), who.TicketId.ToString(), s_remembered);

    /// <summary>After answering, this browser is nobody's again.</summary>
    public void Forget(HttpContext http, Guid surveyId) => cookies.Delete(http, Cookie(surveyId));

    /// <summary>Whose browser this is in a survey; a ticket that was given back is nobody's.</summary>
    public async Task<Participant?> Of(HttpContext http, Guid surveyId, Guid eventId, CancellationToken ct) =>
        Guid.TryParse(cookies.Read(http, Cookie(surveyId)), out var ticket) && await Read(ticket, null, ct) is { } who && who.EventId == eventId
            ? who : null;

    private static string Cookie(Guid surveyId) => $"eventops-survey-{surveyId.ToString("N")[..12]}";

    private async Task<Participant?> Read(Guid ticketId, TicketToken? claim, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select event_id, ticket_type_id, came, token_hash from surveys.participants where ticket_id = $1 and valid
            """);
        command.Parameters.Add(Statements.Value(ticketId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        if (claim?.Proves(reader.GetFieldValue<byte[]>(3)) == false) return null;
        return new(ticketId, reader.GetGuid(0), reader.GetGuid(1), reader.GetBoolean(2));
    }
}
