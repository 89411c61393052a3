using System.Text.Json.Serialization;

namespace EventOps.Registration.Mailing;

/// <summary>The JSON forms of the messages that this module sends itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RegistrationMailDue))]
[JsonSerializable(typeof(ConfirmationOverdue))]
internal sealed partial class MailingJson : JsonSerializerContext;
