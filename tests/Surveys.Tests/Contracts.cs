using EventOps.Support;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.Tests;

public class QuestionnaireContract() : DeciderContract<QuestionnaireCommand, Questionnaire, QuestionnaireEvent>(Questionnaire.Decider);

public class InvitationContract() : DeciderContract<InvitationCommand, Invitation, InvitationEvent>(Invitation.Decider);
