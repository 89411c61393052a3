namespace EventOps.Accounts.Members;

public abstract record MemberEvent;

public sealed record MemberInvited(Guid OrganisationId) : MemberEvent;

public sealed record MemberJoined : MemberEvent;

public sealed record RoleGranted(Guid OrganisationId, Role Role, Guid? EventId) : MemberEvent;

public sealed record RoleRevoked(Role Role, Guid? EventId) : MemberEvent;

public sealed record MemberLeft : MemberEvent;
