using System.Text.Json.Serialization;

namespace EventOps.Registration.WatchingTheGate;

/// <summary>What viewers of an entrance are told; no persons, so that all of them share it.</summary>
public sealed record ArrivalsMessage(int Present, int Entered, int Left, IReadOnlyList<ArrivalsMessage.Gate> Gates)
{
    public sealed record Gate(string Name, int Entered, int Left);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ArrivalsMessage))]
internal sealed partial class ArrivalsJson : JsonSerializerContext;
