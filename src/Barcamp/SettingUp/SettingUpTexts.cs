using EventOps.Ui;

namespace EventOps.Barcamp.SettingUp;

/// <summary>The words of the set-up.</summary>
public static class SettingUpTexts
{
    public static readonly TextSource Of = new(typeof(SettingUpTexts));
}
