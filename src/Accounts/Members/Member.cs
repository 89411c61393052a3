using System.Collections.Immutable;
using EventOps.EventStore;

namespace EventOps.Accounts.Members;

/// <summary>One person who works with the product, and what they may do. Stream: member-{account}.</summary>
public abstract record Member
{
    public sealed record Unknown : Member;
    public sealed record Working(Guid OrganisationId, bool Joined, ImmutableHashSet<Right> Rights) : Member;
    public sealed record Gone : Member;

    public static Decider<MemberCommand, Member, MemberEvent> Decider { get; } = new("member", new Unknown(), Decide, Evolve);

    public static string Stream(Guid account) => $"member-{account}";

    public static Decision<MemberEvent> Decide(MemberCommand command, Member member) => (command, member) switch
    {
        (Invite { Right.HasReach: false } or Grant { Right.HasReach: false }, _) => new RightWithoutReach(),
        (Invite c, Unknown) => Decision<MemberEvent>.All(
            new MemberInvited(c.OrganisationId), new RoleGranted(c.OrganisationId, c.Right.Role, c.Right.EventId)),
        (Invite, Working) => Decision<MemberEvent>.Nothing, // the form sent twice
        (Join, Working { Joined: false }) => new MemberJoined(),
        (Join, Working) => new JoinedAlready(),
        (Grant c, Working w) when w.Rights.Contains(c.Right) => Decision<MemberEvent>.Nothing,
        (Grant c, Working w) => new RoleGranted(w.OrganisationId, c.Right.Role, c.Right.EventId),
        (Revoke { Right.Role: Role.Organiser, Self: true }, Working) => new OwnRight(),
        (Revoke c, Working w) when !w.Rights.Contains(c.Right) => Decision<MemberEvent>.Nothing,
        (Revoke c, Working) => new RoleRevoked(c.Right.Role, c.Right.EventId),
        (Remove { Self: true }, Working) => new OwnRight(),
        (Remove, Working) => new MemberLeft(),
        (Remove, Gone) => Decision<MemberEvent>.Nothing,
        (Invite or Join or Grant or Revoke or Remove, _) => new NotAMember(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Member Evolve(Member member, MemberEvent happened) => (happened, member) switch
    {
        (MemberInvited e, _) => new Working(e.OrganisationId, false, []),
        (MemberJoined, Working w) => w with { Joined = true },
        (RoleGranted e, Working w) => w with { Rights = w.Rights.Add(new(e.Role, e.EventId)) },
        (RoleRevoked e, Working w) => w with { Rights = w.Rights.Remove(new(e.Role, e.EventId)) },
        (MemberLeft, _) => new Gone(),
        _ => member,
    };
}
