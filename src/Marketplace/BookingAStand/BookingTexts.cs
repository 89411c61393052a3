using EventOps.Ui;

namespace EventOps.Marketplace.BookingAStand;

/// <summary>The words of the way from a free stand to a booked one.</summary>
public static class BookingTexts
{
    public static readonly TextSource Of = new(typeof(BookingTexts));
}
