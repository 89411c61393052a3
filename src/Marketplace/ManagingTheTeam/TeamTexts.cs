using EventOps.Ui;

namespace EventOps.Marketplace.ManagingTheTeam;

/// <summary>The words of an exhibitor's team.</summary>
public static class TeamTexts
{
    public static readonly TextSource Of = new(typeof(TeamTexts));
}
