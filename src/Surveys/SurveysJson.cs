using System.Text.Json.Serialization;
using EventOps.Contracts;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys;

/// <summary>The JSON forms of what this module stores: camelCase, enums as strings, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SurveyPlanned))]
[JsonSerializable(typeof(TermsSet))]
[JsonSerializable(typeof(QuestionPut))]
[JsonSerializable(typeof(QuestionRemoved))]
[JsonSerializable(typeof(QuestionsOrdered))]
[JsonSerializable(typeof(SurveyOpened))]
[JsonSerializable(typeof(SurveyClosed))]
[JsonSerializable(typeof(ReportPublished))]
[JsonSerializable(typeof(ReportWithdrawn))]
[JsonSerializable(typeof(InvitationSent))]
[JsonSerializable(typeof(ReminderSent))]
[JsonSerializable(typeof(InvitationRedeemed))]
[JsonSerializable(typeof(MailDeclined))]
[JsonSerializable(typeof(MailBounced))]
[JsonSerializable(typeof(CommitmentMade))]
[JsonSerializable(typeof(PledgeChanged))]
[JsonSerializable(typeof(CommitmentPlaced))]
[JsonSerializable(typeof(PollPlanned))]
[JsonSerializable(typeof(PollChanged))]
[JsonSerializable(typeof(PollOpened))]
[JsonSerializable(typeof(PollClosed))]
[JsonSerializable(typeof(PollCounted))]
[JsonSerializable(typeof(PollDropped))]
[JsonSerializable(typeof(EventChanged))]
[JsonSerializable(typeof(TicketsChanged))]
[JsonSerializable(typeof(PersonsErased))]
[JsonSerializable(typeof(EventEnded))]
[JsonSerializable(typeof(HolderUnreachable))]
[JsonSerializable(typeof(TellTicketHolder))]
[JsonSerializable(typeof(InvitationsDue))]
internal sealed partial class SurveysJson : JsonSerializerContext;
