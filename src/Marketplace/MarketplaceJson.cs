using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;

namespace EventOps.Marketplace;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlanDrawn))]
[JsonSerializable(typeof(BackgroundLaid))]
[JsonSerializable(typeof(CategoryPut))]
[JsonSerializable(typeof(CategoryRemoved))]
[JsonSerializable(typeof(ZonePut))]
[JsonSerializable(typeof(ZoneRemoved))]
[JsonSerializable(typeof(EntrancePut))]
[JsonSerializable(typeof(EntranceRemoved))]
[JsonSerializable(typeof(StandPut))]
[JsonSerializable(typeof(StandRemoved))]
[JsonSerializable(typeof(StandOpened))]
[JsonSerializable(typeof(StandHeld))]
[JsonSerializable(typeof(HoldExtended))]
[JsonSerializable(typeof(StandBooked))]
[JsonSerializable(typeof(StandPassed))]
[JsonSerializable(typeof(HoldLapsed))]
[JsonSerializable(typeof(StandFreed))]
[JsonSerializable(typeof(StandBlocked))]
[JsonSerializable(typeof(StandUnblocked))]
[JsonSerializable(typeof(StandWithdrawn))]
[JsonSerializable(typeof(EventChanged))]
internal sealed partial class MarketplaceJson : JsonSerializerContext;
