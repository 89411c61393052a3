using EventOps.Ui;

namespace EventOps.Registration.CheckingIn;

/// <summary>What is said at the door.</summary>
public static class CheckingInTexts
{
    public static readonly TextSource Of = new(typeof(CheckingInTexts));
}
