using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;
using EventOps.Registration.Registrations;

namespace EventOps.Registration;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Pool))]
[JsonSerializable(typeof(PoolOpened))]
[JsonSerializable(typeof(PoolCapacityChanged))]
[JsonSerializable(typeof(PlacesTaken))]
[JsonSerializable(typeof(PlacesConfirmed))]
[JsonSerializable(typeof(PlacesReleased))]
[JsonSerializable(typeof(SignedUp))]
[JsonSerializable(typeof(RegistrationConfirmed))]
[JsonSerializable(typeof(PlaceReturned))]
[JsonSerializable(typeof(RegistrationCancelled))]
[JsonSerializable(typeof(RegistrationExpired))]
[JsonSerializable(typeof(AttendeeRegistered))]
[JsonSerializable(typeof(TicketConfirmed))]
[JsonSerializable(typeof(TicketCancelled))]
[JsonSerializable(typeof(TicketReissued))]
[JsonSerializable(typeof(DetailsCorrected))]
[JsonSerializable(typeof(AttendeeCheckedIn))]
[JsonSerializable(typeof(AttendeeCheckedOut))]
[JsonSerializable(typeof(EventPlanned))]
[JsonSerializable(typeof(EventDescribed))]
[JsonSerializable(typeof(EventScheduled))]
[JsonSerializable(typeof(SignUpRulesSet))]
[JsonSerializable(typeof(GatesSet))]
[JsonSerializable(typeof(QuotaOpened))]
[JsonSerializable(typeof(QuotaRenamed))]
[JsonSerializable(typeof(QuotaClosed))]
[JsonSerializable(typeof(TicketTypeOffered))]
[JsonSerializable(typeof(TicketTypeWithdrawn))]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionDropped))]
[JsonSerializable(typeof(ProgrammeItemSet))]
[JsonSerializable(typeof(ProgrammeItemDropped))]
[JsonSerializable(typeof(EventPublished))]
[JsonSerializable(typeof(EventWithdrawn))]
[JsonSerializable(typeof(EventChanged))]
[JsonSerializable(typeof(TicketsChanged))]
[JsonSerializable(typeof(PersonsErased))]
[JsonSerializable(typeof(EventEnded))]
[JsonSerializable(typeof(HolderUnreachable))]
[JsonSerializable(typeof(TellTicketHolder))]
[JsonSerializable(typeof(RoomGatesChosen))]
[JsonSerializable(typeof(StandTeamChanged))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
