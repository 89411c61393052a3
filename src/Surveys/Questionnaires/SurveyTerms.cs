using EventOps.Contracts;

namespace EventOps.Surveys.Questionnaires;

/// <summary>Whether an answer can be led back to who gave it.</summary>
public enum SurveyMode
{
    /// <summary>Nobody can, not even with the whole database.</summary>
    Anonymous,

    /// <summary>The organisers see who answered what; the first page says so.</summary>
    Named,
}

/// <summary>Who is asked.</summary>
public enum Audience
{
    CheckedIn,
    Registered,

    /// <summary>Everybody with the link; one answer a browser, as a courtesy.</summary>
    Public,
}

/// <summary>What holds for one survey.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Welcome">What the first page says.</param>
/// <param name="Thanks">What the last page says.</param>
/// <param name="Mode">Anonymous or named.</param>
/// <param name="Audience">Who is asked.</param>
/// <param name="TicketTypeIds">Only holders of these kinds of tickets; empty: all.</param>
/// <param name="InvitesAfterEvent">Whether the invitations leave by themselves when the event has ended.</param>
/// <param name="RemindsAfterDays">Days after the invitation; null: no reminder.</param>
/// <param name="ClosesAt">When it ends by itself; null: when an organiser ends it.</param>
/// <param name="MostAnswers">No more answers than these are taken.</param>
/// <param name="PreviousId">The survey of the edition before, for trends.</param>
public sealed record SurveyTerms(
    LocalizedText Title, LocalizedText Welcome, LocalizedText Thanks, SurveyMode Mode, Audience Audience,
    IReadOnlyList<Guid> TicketTypeIds, bool InvitesAfterEvent, int? RemindsAfterDays, DateTimeOffset? ClosesAt, int? MostAnswers,
    Guid? PreviousId)
{
    public static SurveyTerms Usual(LocalizedText title) => new(
        title, LocalizedText.Empty, LocalizedText.Empty, SurveyMode.Anonymous, Audience.CheckedIn, [], true, 4, null, null, null);
}
