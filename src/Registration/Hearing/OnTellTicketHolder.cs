using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.Mailing;
using EventOps.Registration.ManagingARegistration;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Registration.Hearing;

/// <summary>A module has something to say to a ticket's holder: looks up the address and sends it, in the language of the sign-up.</summary>
public static class OnTellTicketHolder
{
    public static async Task Handle(TellTicketHolder heard, Handling context, CancellationToken ct)
    {
        var (services, ticket) = (context.Services, heard.TicketId);
        if (await RegistrationOf(ticket, services.GetRequiredService<NpgsqlDataSource>(), ct) is not { } id
            || await services.GetRequiredService<RegistrationRecords>().Of(id, ct) is not { Confirmed: true } record
            || AddressOf(record, ticket) is not { } address)
        {
            return; // given back or erased in the meantime
        }

        using var speaking = Language.Use(Language.FindOr(record.Language, Language.German));
        if (await services.GetRequiredKeyedService<ILetter>(heard.Letter).Write(heard, ct) is not { } words) return;
        var content = MailContent.Of(record, words, services.GetRequiredService<PublicUrl>());
        await SendRegistrationMail.Send(context, address, content, [], ct);
    }

    // Who gave no address of their own got the ticket through whoever signed them up.
    private static string? AddressOf(RegistrationRecord record, Guid ticket) =>
        record.Holders.FirstOrDefault(holder => holder.AttendeeId == ticket) is { Erased: false } holder
            ? new[] { holder.Email, record.Holders[0].Email }.FirstOrDefault(address => address.Length > 0)
            : null;

    private static async Task<Guid?> RegistrationOf(Guid ticket, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select registration_id from registration.attendees where attendee_id = $1 and status = 'expected'");
        command.Parameters.Add(Statements.Value(ticket));
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }
}
