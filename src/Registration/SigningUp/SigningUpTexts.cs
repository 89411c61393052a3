using EventOps.Ui;

namespace EventOps.Registration.SigningUp;

internal static class SigningUpTexts
{
    public static readonly TextSource Of = new(typeof(SigningUpTexts));
}
