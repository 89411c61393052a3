using EventOps.Ui;

namespace EventOps.Marketplace.SettingUpStands;

/// <summary>The words of the set-up day, for exhibitors and organisers.</summary>
public static class SetUpTexts
{
    public static readonly TextSource Of = new(typeof(SetUpTexts));
}
