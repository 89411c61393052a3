using EventOps.Ui;

namespace EventOps.Surveys.Inviting;

/// <summary>The words of invitations.</summary>
public static class InvitingTexts
{
    public static readonly TextSource Of = new(typeof(InvitingTexts));
}
