using EventOps.Accounts.Members;
using EventOps.Support;

namespace EventOps.Accounts.Tests.Members;

public class MemberSpecs() : Specs<MemberCommand, Member, MemberEvent>(Member.Decider)
{
    private static readonly Guid s_city = Guid.NewGuid();
    private static readonly Guid s_ogtm = Guid.NewGuid();
    private static readonly Guid s_mucgov = Guid.NewGuid();

    private static readonly MemberEvent[] s_invited = [new MemberInvited(s_city), new RoleGranted(s_city, Role.Organiser, null)];
    private static readonly MemberEvent[] s_joined = [.. s_invited, new MemberJoined()];
    private static readonly MemberEvent[] s_left = [.. s_joined, new MemberLeft()];

    [Fact]
    public void An_invitation_comes_with_one_right() => Given()
        .When(new Invite(s_city, Right.ScannerAt(s_ogtm)))
        .Then(new MemberInvited(s_city), new RoleGranted(s_city, Role.Scanner, s_ogtm));

    [Fact]
    public void An_invitation_sent_twice_is_one() => Given(s_invited).When(new Invite(s_city, Right.Organiser)).ThenNothing();

    [Fact]
    public void A_scanner_needs_an_event() =>
        Given().When(new Invite(s_city, new(Role.Scanner, null))).ThenRefused(new RightWithoutReach());

    [Fact]
    public void An_organiser_is_not_limited_to_an_event() =>
        Given(s_joined).When(new Grant(new(Role.Organiser, s_ogtm))).ThenRefused(new RightWithoutReach());

    [Fact]
    public void The_invited_person_joins() => Given(s_invited).When(new Join()).Then(new MemberJoined());

    [Fact]
    public void An_invitation_is_taken_once() => Given(s_joined).When(new Join()).ThenRefused(new JoinedAlready());

    [Fact]
    public void Nobody_joins_uninvited() => Given().When(new Join()).ThenRefused(new NotAMember());

    [Fact]
    public void A_right_is_granted_for_one_event_at_a_time() =>
        Given([.. s_joined, new RoleGranted(s_city, Role.Scanner, s_ogtm)])
            .When(new Grant(Right.ScannerAt(s_mucgov)))
            .Then(new RoleGranted(s_city, Role.Scanner, s_mucgov));

    [Fact]
    public void A_right_that_stands_is_not_granted_again() => Given(s_joined).When(new Grant(Right.Organiser)).ThenNothing();

    [Fact]
    public void A_right_is_revoked() =>
        Given(s_joined).When(new Revoke(Right.Organiser, Self: false)).Then(new RoleRevoked(Role.Organiser, null));

    [Fact]
    public void A_right_that_never_stood_needs_no_revoking() =>
        Given(s_joined).When(new Revoke(Right.ScannerAt(s_ogtm), Self: false)).ThenNothing();

    [Fact]
    public void Organisers_keep_their_own_right_so_that_one_always_stays() =>
        Given(s_joined).When(new Revoke(Right.Organiser, Self: true)).ThenRefused(new OwnRight());

    [Fact]
    public void Organisers_do_not_remove_themselves() => Given(s_joined).When(new Remove(Self: true)).ThenRefused(new OwnRight());

    [Fact]
    public void A_member_is_removed_once() => Given(s_joined).When(new Remove(Self: false)).Then(new MemberLeft());

    [Fact]
    public void Who_left_is_gone() => Given(s_left).When(new Remove(Self: false)).ThenNothing();

    [Fact]
    public void Who_left_gets_no_right() => Given(s_left).When(new Grant(Right.Organiser)).ThenRefused(new NotAMember());

    [Fact]
    public void Who_left_does_not_come_back_by_an_old_invitation() =>
        Given(s_left).When(new Join()).ThenRefused(new NotAMember());
}

public class MemberContract() : DeciderContract<MemberCommand, Member, MemberEvent>(Member.Decider);
