using System.Text.Json.Serialization;
using EventOps.Contracts;

namespace EventOps.Marketplace;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EventChanged))]
internal sealed partial class MarketplaceJson : JsonSerializerContext;
