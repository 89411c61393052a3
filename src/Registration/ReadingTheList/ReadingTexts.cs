using EventOps.Ui;

namespace EventOps.Registration.ReadingTheList;

/// <summary>The words of the attendee list, its export and a person's page.</summary>
public static class ReadingTexts
{
    public static readonly TextSource Of = new(typeof(ReadingTexts));
}
