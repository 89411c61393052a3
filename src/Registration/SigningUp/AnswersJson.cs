using System.Text.Json.Serialization;

namespace EventOps.Registration.SigningUp;

/// <summary>The JSON form of an attendee's answers in their personal row.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<Guid, IReadOnlyList<string>>))]
internal sealed partial class AnswersJson : JsonSerializerContext;
