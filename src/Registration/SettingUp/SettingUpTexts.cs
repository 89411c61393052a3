using EventOps.Ui;

namespace EventOps.Registration.SettingUp;

/// <summary>The words of the set-up pages.</summary>
public static class SettingUpTexts
{
    public static readonly TextSource Of = new(typeof(SettingUpTexts));
}
