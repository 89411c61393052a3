using EventOps.Registration.SigningUp;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.ManagingARegistration;

/// <summary>An attendee's details as they are typed over; the address stays, since the ticket went there.</summary>
public sealed record DetailsForm(Guid AttendeeId, string GivenName, string FamilyName, string Organisation)
{
    private static readonly TextSource T = SigningUpTexts.Of;

    public FormErrors Errors { get; } = new();

    public static DetailsForm Of(RegistrationRecord.Holder holder) =>
        new(holder.AttendeeId, holder.GivenName, holder.FamilyName, holder.Organisation);

    public static DetailsForm Read(Guid attendeeId, IFormCollection fields)
    {
        var typed = new DetailsForm(
            attendeeId, fields["givenName"].ToString(), fields["familyName"].ToString(), fields["organisation"].ToString());
        var shape = new Shape(typed.Errors);
        return typed with
        {
            GivenName = shape.Line("givenName", typed.GivenName, 80, T["givenName.missing"]),
            FamilyName = shape.Line("familyName", typed.FamilyName, 80, T["familyName.missing"]),
            Organisation = shape.Line("organisation", typed.Organisation, 120),
        };
    }
}
