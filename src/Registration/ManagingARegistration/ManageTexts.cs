using EventOps.Ui;

namespace EventOps.Registration.ManagingARegistration;

internal static class ManageTexts
{
    public static readonly TextSource Of = new(typeof(ManageTexts));
}
