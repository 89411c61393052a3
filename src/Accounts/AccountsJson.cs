using System.Text.Json.Serialization;
using EventOps.Accounts.Devices;
using EventOps.Accounts.Mailing;
using EventOps.Accounts.Members;
using EventOps.Contracts;
using EventOps.EventStore;

namespace EventOps.Accounts;

/// <summary>The JSON of this module's stored events and of the messages that it sends or hears.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MemberInvited))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(RoleGranted))]
[JsonSerializable(typeof(RoleRevoked))]
[JsonSerializable(typeof(MemberLeft))]
[JsonSerializable(typeof(DeviceEnrolmentOffered))]
[JsonSerializable(typeof(DeviceEnrolled))]
[JsonSerializable(typeof(DeviceRevoked))]
[JsonSerializable(typeof(MailAsked))]
[JsonSerializable(typeof(EventChanged))]
public sealed partial class AccountsJson : JsonSerializerContext
{
    public static void AddEvents(EventTypes events) => events
        .Map("accounts.member-invited.v1", Default.MemberInvited)
        .Map("accounts.member-joined.v1", Default.MemberJoined)
        .Map("accounts.role-granted.v1", Default.RoleGranted)
        .Map("accounts.role-revoked.v1", Default.RoleRevoked)
        .Map("accounts.member-left.v1", Default.MemberLeft)
        .Map("accounts.device-enrolment-offered.v1", Default.DeviceEnrolmentOffered)
        .Map("accounts.device-enrolled.v1", Default.DeviceEnrolled)
        .Map("accounts.device-revoked.v1", Default.DeviceRevoked);
}
