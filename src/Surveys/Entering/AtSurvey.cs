using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Entering;

/// <summary>How a survey stands to the one who opens it.</summary>
public enum Access
{
    /// <summary>May answer.</summary>
    Asked,

    /// <summary>Only looks at it before it starts.</summary>
    Preview,
    NeedsLink,
    NotMeant,
    Answered,
    Over,

    /// <summary>This host has not the key to the urn.</summary>
    NoUrn,
}

/// <summary>One survey of an event and who opens it.</summary>
/// <param name="At">The event.</param>
/// <param name="Id">The survey.</param>
/// <param name="Survey">What it asks now.</param>
/// <param name="Who">Whose browser this is; null for everybody else.</param>
/// <param name="Access">Whether they may answer.</param>
public sealed record AtSurvey(AtSurveys At, Guid Id, Questionnaire Survey, Participants.Participant? Who, Access Access)
{
    // Only pages may be this old: an answer is taken by the row that the end itself changes.
    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    public string Url => $"{At.Url}/survey/{Id}";

    public string Title => Survey.Terms.Title.IsEmpty ? At.Event.Name.ToString() : Survey.Terms.Title.ToString();

    public bool IsAnonymous => Survey.Terms.Mode == SurveyMode.Anonymous;

    public static async Task<AtSurvey?> Find(AtSurveys at, Guid id, HttpContext http, CancellationToken ct)
    {
        var services = http.RequestServices;
        var survey = await services.GetRequiredService<IEventStore>()
            .Recall(Questionnaire.Stream(id), Questionnaire.Decider, s_maxAge, ct);
        if (survey.EventId != at.Event.Id || survey.Stage == SurveyStage.Missing
            || (survey.Stage == SurveyStage.Draft && !at.Organises)) return null;
        var who = await services.GetRequiredService<Participants>().Of(http, id, at.Event.Id, ct);
        return new(at, id, survey, who, await AccessOf(services, survey, id, who, ct));
    }

    private static async Task<Access> AccessOf(
        IServiceProvider services, Questionnaire survey, Guid id, Participants.Participant? who, CancellationToken ct)
    {
        if (survey.Stage == SurveyStage.Draft) return Access.Preview;
        if (survey.Stage == SurveyStage.Closed
            || survey.Terms.ClosesAt <= services.GetRequiredService<TimeProvider>().GetUtcNow())
            return Access.Over;
        if (survey.Terms.Mode == SurveyMode.Anonymous && !await services.GetRequiredService<UrnKeyOfDatabase>().IsOurs(ct))
            return Access.NoUrn;
        if (survey.Terms.Audience == Audience.Public) return Access.Asked;
        if (who is null) return Access.NeedsLink;
        if (!who.IsAsked(survey.Terms)) return Access.NotMeant;
        var (invitation, _) = await services.GetRequiredService<IEventStore>()
            .Load(Invitation.Stream(id, who.TicketId), Invitation.Decider, ct);
        return invitation.Redeemed switch
        {
            Redemption.Not => Access.Asked,
            // The invitation is redeemed before the answer is taken: who was cut off in between may try again.
            Redemption.Direct when !await HasAnswered(services, survey, id, who.TicketId, ct) => Access.Asked,
            _ => Access.Answered,
        };
    }

    private static Task<bool> HasAnswered(IServiceProvider services, Questionnaire survey, Guid id, Guid ticket, CancellationToken ct) =>
        survey.Terms.Mode == SurveyMode.Anonymous
            ? services.GetRequiredService<Urn>().HasSpent(id, services.GetRequiredService<UrnKey>().SerialOf(id, ticket), ct)
            : services.GetRequiredService<NamedResponses>().Has(id, ticket, ct);
}
