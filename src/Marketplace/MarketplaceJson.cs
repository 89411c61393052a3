using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Issues;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Queues;
using EventOps.Marketplace.SetUpDays;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swaps;
using EventOps.Marketplace.Waiting;

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
[JsonSerializable(typeof(MarketTermsSet))]
[JsonSerializable(typeof(ExtraOffered))]
[JsonSerializable(typeof(ExtraChanged))]
[JsonSerializable(typeof(ExtraWithdrawn))]
[JsonSerializable(typeof(ExtraTaken))]
[JsonSerializable(typeof(ExtraKept))]
[JsonSerializable(typeof(ExtraDropped))]
[JsonSerializable(typeof(QueueJoined))]
[JsonSerializable(typeof(QueueLeft))]
[JsonSerializable(typeof(StandOffered))]
[JsonSerializable(typeof(OfferEnded))]
[JsonSerializable(typeof(SwapOffered))]
[JsonSerializable(typeof(MoveAsked))]
[JsonSerializable(typeof(SwapAccepted))]
[JsonSerializable(typeof(SwapDeclined))]
[JsonSerializable(typeof(SwapWithdrawn))]
[JsonSerializable(typeof(ExhibitorSignedUp))]
[JsonSerializable(typeof(AddressConfirmed))]
[JsonSerializable(typeof(WishStated))]
[JsonSerializable(typeof(ExhibitorAdmitted))]
[JsonSerializable(typeof(StandChosen))]
[JsonSerializable(typeof(ExhibitorPlaced))]
[JsonSerializable(typeof(ExtrasChosen))]
[JsonSerializable(typeof(BookingConfirmed))]
[JsonSerializable(typeof(HoldLost))]
[JsonSerializable(typeof(BookingBilled))]
[JsonSerializable(typeof(BookingCancelled))]
[JsonSerializable(typeof(StandChanged))]
[JsonSerializable(typeof(TeamJoined))]
[JsonSerializable(typeof(TeamCorrected))]
[JsonSerializable(typeof(TeamLeft))]
[JsonSerializable(typeof(SlotPut))]
[JsonSerializable(typeof(SlotRemoved))]
[JsonSerializable(typeof(SlotBooked))]
[JsonSerializable(typeof(SlotLeft))]
[JsonSerializable(typeof(TaskPut))]
[JsonSerializable(typeof(TaskRemoved))]
[JsonSerializable(typeof(TaskTicked))]
[JsonSerializable(typeof(IssueReported))]
[JsonSerializable(typeof(IssueTaken))]
[JsonSerializable(typeof(IssueSolved))]
[JsonSerializable(typeof(IssueReopened))]
[JsonSerializable(typeof(IssueMoved))]
[JsonSerializable(typeof(EventChanged))]
[JsonSerializable(typeof(PersonsErased))]
[JsonSerializable(typeof(TicketsChanged))]
[JsonSerializable(typeof(EventEnded))]
[JsonSerializable(typeof(StandTeamChanged))]
[JsonSerializable(typeof(TellTicketHolder))]
[JsonSerializable(typeof(BillChanged))]
[JsonSerializable(typeof(BillOrdered))]
[JsonSerializable(typeof(BillCancelled))]
[JsonSerializable(typeof(HoldOverdue))]
[JsonSerializable(typeof(StandCameFree))]
[JsonSerializable(typeof(ExhibitorMailDue))]
internal sealed partial class MarketplaceJson : JsonSerializerContext;
