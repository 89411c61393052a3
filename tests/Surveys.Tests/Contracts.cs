using EventOps.Support;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests;

public class QuestionnaireContract()
    : DeciderContract<QuestionnaireCommand, Questionnaire, QuestionnaireEvent>(Questionnaire.Decider);

public class InvitationContract() : DeciderContract<InvitationCommand, Invitation, InvitationEvent>(Invitation.Decider);

public class CommitmentContract() : DeciderContract<CommitmentCommand, Commitment, CommitmentEvent>(Commitment.Decider);

public class PollContract() : DeciderContract<PollCommand, Poll, PollEvent>(Poll.Decider);
