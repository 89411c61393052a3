using EventOps.EventStore;

namespace EventOps.Surveys.Invitations;

/// <summary>How an invitation was redeemed. One way shuts the other, so that nobody answers twice.</summary>
public enum Redemption
{
    Not,

    /// <summary>The host took the answer itself.</summary>
    Direct,

    /// <summary>The host signed a ballot paper that it could not read.</summary>
    BlindSigned,
}

/// <summary>
/// Whether the holder of a ticket was asked and has taken part; never what was answered. Stream: invitation-{survey}-{ticket}.
/// </summary>
/// <param name="Sent">When the invitation left; null: it did not.</param>
/// <param name="Reminded">Whether the reminder left.</param>
/// <param name="Redeemed">Whether and how it was redeemed.</param>
/// <param name="Paper">Hash of the blinded ballot paper that was signed: the same one is signed again, no other.</param>
/// <param name="OptedOut">Wants no mail.</param>
/// <param name="Bounced">Mail does not arrive.</param>
public sealed record Invitation(
    DateTimeOffset? Sent, bool Reminded, Redemption Redeemed, string? Paper, bool OptedOut, bool Bounced)
{
    public static Decider<InvitationCommand, Invitation, InvitationEvent> Decider { get; } =
        new("invitation", new(null, false, Redemption.Not, null, false, false), Decide, Evolve);

    public static string Stream(Guid surveyId, Guid ticketId) => $"invitation-{surveyId}-{ticketId}";

    private bool WantsMail => Redeemed == Redemption.Not && !OptedOut && !Bounced;

    public static Decision<InvitationEvent> Decide(InvitationCommand command, Invitation now) => command switch
    {
        Invite c => now.Sent is null && now.WantsMail ? new InvitationSent(c.At) : Decision<InvitationEvent>.Nothing,
        Remind => now.Sent is not null && !now.Reminded && now.WantsMail ? new ReminderSent() : Decision<InvitationEvent>.Nothing,
        Redeem { Paper: null } => now.Redeemed switch
        {
            Redemption.Not => new InvitationRedeemed(null),
            Redemption.Direct => Decision<InvitationEvent>.Nothing,
            _ => new AlreadyRedeemed(),
        },
        Redeem c => now.Redeemed switch
        {
            Redemption.Not => new InvitationRedeemed(c.Paper),
            Redemption.BlindSigned when now.Paper == c.Paper => Decision<InvitationEvent>.Nothing,
            _ => new AlreadyRedeemed(),
        },
        OptOut => now.OptedOut ? Decision<InvitationEvent>.Nothing : new MailDeclined(),
        ReportBounce => now.Bounced ? Decision<InvitationEvent>.Nothing : new MailBounced(),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Invitation Evolve(Invitation now, InvitationEvent happened) => happened switch
    {
        InvitationSent e => now with { Sent = e.At },
        ReminderSent => now with { Reminded = true },
        InvitationRedeemed e => now with { Redeemed = e.Paper is null ? Redemption.Direct : Redemption.BlindSigned, Paper = e.Paper },
        MailDeclined => now with { OptedOut = true },
        MailBounced => now with { Bounced = true },
        _ => now,
    };
}

public abstract record InvitationCommand;

public sealed record Invite(DateTimeOffset At) : InvitationCommand;

public sealed record Remind : InvitationCommand;

/// <summary><paramref name="Paper"/>: hash of a blinded ballot paper; null where the host takes the answer itself.</summary>
public sealed record Redeem(string? Paper) : InvitationCommand;

public sealed record OptOut : InvitationCommand;

public sealed record ReportBounce : InvitationCommand;

public abstract record InvitationEvent;

public sealed record InvitationSent(DateTimeOffset At) : InvitationEvent;

public sealed record ReminderSent : InvitationEvent;

public sealed record InvitationRedeemed(string? Paper) : InvitationEvent;

public sealed record MailDeclined : InvitationEvent;

public sealed record MailBounced : InvitationEvent;

/// <summary>This ticket has answered already, or has a ballot paper to answer with.</summary>
public sealed record AlreadyRedeemed : Refusal;
