namespace EventOps.Registration.SigningUp;

/// <summary>What one sign-up asks for, checked in shape, from the form or the JSON API.</summary>
public sealed record SignUpRequest(Guid TicketTypeId, string Language, IReadOnlyList<SignUpRequest.Person> People)
{
    /// <param name="GivenName">As on the badge.</param>
    /// <param name="FamilyName">As on the badge.</param>
    /// <param name="Email">Where the ticket goes; of the first person at least.</param>
    /// <param name="Organisation">May be empty.</param>
    /// <param name="Answers">Question id to answers; several for a question with boxes to tick.</param>
    public sealed record Person(
        string GivenName, string FamilyName, string Email, string Organisation,
        IReadOnlyDictionary<Guid, IReadOnlyList<string>> Answers);
}
