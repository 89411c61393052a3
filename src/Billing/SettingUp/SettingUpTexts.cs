using EventOps.Ui;

namespace EventOps.Billing.SettingUp;

/// <summary>What organisers read where they say who sells.</summary>
public static class SettingUpTexts
{
    public static readonly TextSource Of = new(typeof(SettingUpTexts));
}
