using System.Text.Json.Serialization;
using EventOps.EventStore;

namespace EventOps.Bench;

/// <summary>An aggregate with the shape of a sign-up: what the store's benches append.</summary>
public sealed record Sample(int Happened)
{
    public static Decider<HappenAgain, Sample, SampleHappened> Decider { get; } = new(
        "sample",
        new(0),
        (command, _) => new SampleHappened(command.EventId, command.RegistrationId, command.TicketTypeId, true),
        (sample, _) => new(sample.Happened + 1));

    public static EventStoreModel Model()
    {
        var model = new EventStoreModel();
        model.Events.Map("bench.sample-happened.v1", SampleJson.Default.SampleHappened);
        return model;
    }
}

public sealed record HappenAgain(Guid EventId, Guid RegistrationId, Guid TicketTypeId)
{
    public static HappenAgain Random() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
}

public sealed record SampleHappened(Guid EventId, Guid RegistrationId, Guid TicketTypeId, bool Confirmed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleHappened))]
internal sealed partial class SampleJson : JsonSerializerContext;
