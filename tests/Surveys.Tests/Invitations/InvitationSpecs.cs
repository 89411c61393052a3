using EventOps.Support;
using EventOps.Surveys.Invitations;

namespace EventOps.Surveys.Tests.Invitations;

public class InvitationSpecs() : Specs<InvitationCommand, Invitation, InvitationEvent>(Invitation.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private static readonly InvitationSent s_sent = new(s_now);

    [Fact]
    public void Everybody_is_invited_once_and_reminded_once()
    {
        Given().When(new Invite(s_now)).Then(s_sent);
        Given(s_sent).When(new Invite(s_now)).ThenNothing();
        Given(s_sent).When(new Remind()).Then(new ReminderSent());
        Given(s_sent, new ReminderSent()).When(new Remind()).ThenNothing();
    }

    [Fact]
    public void No_mail_goes_to_who_has_answered_declined_or_cannot_be_reached()
    {
        Given().When(new Remind()).ThenNothing();
        foreach (InvitationEvent enough in (InvitationEvent[])[new InvitationRedeemed(null), new MailDeclined(), new MailBounced()])
        {
            Given(s_sent, enough).When(new Remind()).ThenNothing();
            Given(enough).When(new Invite(s_now)).ThenNothing();
        }
    }

    [Fact]
    public void One_way_of_answering_shuts_the_other()
    {
        Given(s_sent).When(new Redeem(null)).Then(new InvitationRedeemed(null));
        Given(s_sent, new InvitationRedeemed(null)).When(new Redeem(null)).ThenNothing();
        Given(s_sent, new InvitationRedeemed(null)).When(new Redeem("paper")).ThenRefused(new AlreadyRedeemed());
        Given(s_sent, new InvitationRedeemed("paper")).When(new Redeem("paper")).ThenNothing();
        Given(s_sent, new InvitationRedeemed("paper")).When(new Redeem("another")).ThenRefused(new AlreadyRedeemed());
        Given(s_sent, new InvitationRedeemed("paper")).When(new Redeem(null)).ThenRefused(new AlreadyRedeemed());
    }
}
