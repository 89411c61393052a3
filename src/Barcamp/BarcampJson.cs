using System.Text.Json.Serialization;
using EventOps.Barcamp.Barcamps;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Pitches;
using EventOps.Barcamp.Proposals;
using EventOps.Barcamp.TellingStarrers;
using EventOps.Contracts;

namespace EventOps.Barcamp;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BarcampPlanned))]
[JsonSerializable(typeof(RulesSet))]
[JsonSerializable(typeof(LinkRenewed))]
[JsonSerializable(typeof(RoomSet))]
[JsonSerializable(typeof(RoomRemoved))]
[JsonSerializable(typeof(RoomGatesSet))]
[JsonSerializable(typeof(SlotSet))]
[JsonSerializable(typeof(SlotRemoved))]
[JsonSerializable(typeof(SlotLocked))]
[JsonSerializable(typeof(SlotUnlocked))]
[JsonSerializable(typeof(SessionAccepted))]
[JsonSerializable(typeof(SessionPlaced))]
[JsonSerializable(typeof(SessionsSwapped))]
[JsonSerializable(typeof(SessionsMoved))]
[JsonSerializable(typeof(SessionParked))]
[JsonSerializable(typeof(SessionCancelled))]
[JsonSerializable(typeof(HostMissing))]
[JsonSerializable(typeof(SessionPinned))]
[JsonSerializable(typeof(SessionUnpinned))]
[JsonSerializable(typeof(SessionRevised))]
[JsonSerializable(typeof(SessionReworded))]
[JsonSerializable(typeof(MoveUndone))]
[JsonSerializable(typeof(RoundOpened))]
[JsonSerializable(typeof(RoundClosed))]
[JsonSerializable(typeof(QueueJoined))]
[JsonSerializable(typeof(QueueLeft))]
[JsonSerializable(typeof(StageTaken))]
[JsonSerializable(typeof(StageLeft))]
[JsonSerializable(typeof(SentBack))]
[JsonSerializable(typeof(HandsCounted))]
[JsonSerializable(typeof(ProposalDrafted))]
[JsonSerializable(typeof(ProposalSubmitted))]
[JsonSerializable(typeof(WishesChanged))]
[JsonSerializable(typeof(ProposalReworded))]
[JsonSerializable(typeof(ProposalWithdrawn))]
[JsonSerializable(typeof(ProposalHidden))]
[JsonSerializable(typeof(ProposalShown))]
[JsonSerializable(typeof(HostJoined))]
[JsonSerializable(typeof(HostLeft))]
[JsonSerializable(typeof(MergeOffered))]
[JsonSerializable(typeof(MergeOfferEnded))]
[JsonSerializable(typeof(MergedInto))]
[JsonSerializable(typeof(MergeEnded))]
[JsonSerializable(typeof(ProposalTakenIn))]
[JsonSerializable(typeof(ProposalLetGo))]
[JsonSerializable(typeof(EventChanged))]
[JsonSerializable(typeof(TicketsChanged))]
[JsonSerializable(typeof(PersonsErased))]
[JsonSerializable(typeof(TellTicketHolder))]
[JsonSerializable(typeof(MovesMade))]
[JsonSerializable(typeof(RoomGatesChosen))]
internal sealed partial class BarcampJson : JsonSerializerContext;
