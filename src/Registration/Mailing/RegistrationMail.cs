using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Registration.Mailing;

/// <summary>What a mail about a registration is for.</summary>
public enum MailKind
{
    /// <summary>Asks to confirm the address; the places are held until then.</summary>
    Confirm,

    /// <summary>Brings the tickets.</summary>
    Ticket,
}

/// <summary>A mail to the registration's address is due. Ids only: who that is, the handler reads when it sends.</summary>
public sealed record RegistrationMailDue(Guid RegistrationId, MailKind Kind, string Language);

/// <summary>The time to confirm is over: what is still held goes back.</summary>
public sealed record ConfirmationOverdue(Guid RegistrationId);

/// <summary>Sends the messages of a registration's mails.</summary>
public static class RegistrationMail
{
    public static void Send(Commit commit, Guid registrationId, MailKind kind, string language) =>
        commit.Publish(
            new RegistrationMailDue(registrationId, kind, language), Registrations.Registration.Stream(registrationId));

    public static void LapseAt(Commit commit, Guid registrationId, DateTimeOffset due) =>
        commit.Publish(new ConfirmationOverdue(registrationId), Registrations.Registration.Stream(registrationId), due);
}
