using EventOps.Ui;

namespace EventOps.Barcamp.ModeratingTheBoard;

/// <summary>The words of the moderators' pages.</summary>
public static class ModeratingTexts
{
    public static readonly TextSource Of = new(typeof(ModeratingTexts));
}
