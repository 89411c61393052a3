namespace EventOps.Surveys.Inviting;

/// <summary>
/// Invitations, or reminders, of a survey are due. Each message does a part and sends the next one, so that no transaction grows with
/// the number of people.
/// </summary>
/// <param name="SurveyId">The survey.</param>
/// <param name="Reminding">Reminders to those who have not answered, instead of invitations.</param>
/// <param name="Part">Counts the parts, from 0.</param>
public sealed record InvitationsDue(Guid SurveyId, bool Reminding, int Part)
{
    public const string StoredName = "surveys.invitations-due.v1";
}
