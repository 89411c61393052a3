namespace EventOps.Ui.Tests.Words;

public sealed class SayTests
{
    private static readonly Say Munich = Say.In("Europe/Berlin");
    private static readonly DateTimeOffset Morning = new(2017, 10, 18, 7, 3, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Nine = Munich.Instant(new(2017, 10, 18, 9, 0, 0));

    [Fact]
    public void German_dates_and_times_read_as_people_say_them()
    {
        using var _ = Language.Use(Language.German);
        Assert.Equal("18. Oktober 2017", Munich.Date(Morning));
        Assert.Equal("18.10.2017", Munich.ShortDate(Morning));
        Assert.Equal("9:03 Uhr", Munich.Time(Morning));
        Assert.Equal("Mittwoch, 18. Oktober 2017", Munich.Day(Morning));
        Assert.Equal("18.10.2017, 9:03 Uhr", Munich.ShortMoment(Morning));
        Assert.Equal("9 bis 17 Uhr", Munich.Hours(Nine, Nine.AddHours(8)));
        Assert.Equal("9:30 bis 12 Uhr", Munich.Hours(Nine.AddMinutes(30), Nine.AddHours(3)));
    }

    [Fact]
    public void English_dates_and_times_read_as_people_say_them()
    {
        using var _ = Language.Use(Language.English);
        Assert.Equal("18 October 2017", Munich.Date(Morning));
        Assert.Equal("18/10/2017", Munich.ShortDate(Morning));
        Assert.Equal("9:03 am", Munich.Time(Morning));
        Assert.Equal("Wednesday, 18 October 2017, 9 am to 5 pm", Munich.Span(Nine, Nine.AddHours(8)));
        Assert.Equal("12:30 pm", Munich.Time(Nine.AddHours(3.5)));
        Assert.Equal("12:05 am", Munich.Time(Nine.AddHours(15).AddMinutes(5)));
    }

    [Theory]
    [InlineData("de", 0, "heute, 9:03 Uhr")]
    [InlineData("de", 1, "gestern, 9:03 Uhr")]
    [InlineData("de", -1, "morgen, 9:03 Uhr")]
    [InlineData("de", 2, "18. Oktober 2017, 9:03 Uhr")]
    [InlineData("en", 0, "today, 9:03 am")]
    [InlineData("en", 1, "yesterday, 9:03 am")]
    public void A_moment_is_told_from_now(string language, int daysLater, string said)
    {
        using var _ = Language.Use(Language.Find(language)!);
        Assert.Equal(said, Munich.Moment(Morning, Morning.AddDays(daysLater)));
    }

    [Fact]
    public void Today_is_the_day_of_the_event_and_not_of_the_server()
    {
        using var _ = Language.Use(Language.German);
        var lateInUtc = new DateTimeOffset(2017, 10, 17, 22, 30, 0, TimeSpan.Zero); // 0:30 in Munich on the 18th
        Assert.Equal("heute, 0:30 Uhr", Munich.Moment(lateInUtc, Morning));
    }

    [Theory]
    [InlineData("de", 2, "18. bis 20. Oktober 2017")]
    [InlineData("en", 2, "18 to 20 October 2017")]
    [InlineData("de", 20, "18. Oktober bis 7. November 2017")]
    [InlineData("en", 100, "18 October 2017 to 26 January 2018")]
    public void Several_days_name_only_what_differs(string language, int days, string said)
    {
        using var _ = Language.Use(Language.Find(language)!);
        Assert.Equal(said, Munich.Span(Nine, Nine.AddDays(days)));
    }

    [Fact]
    public void The_hour_told_twice_in_autumn_is_told_twice()
    {
        using var _ = Language.Use(Language.German);
        var first = new DateTimeOffset(2017, 10, 29, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal("2:30 Uhr", Munich.Time(first));
        Assert.Equal("2:30 Uhr", Munich.Time(first.AddHours(1)));
        Assert.Equal(first, Munich.Instant(new(2017, 10, 29, 2, 30, 0)));
    }

    [Fact]
    public void The_hour_skipped_in_spring_moves_on()
    {
        var instant = Munich.Instant(new(2017, 3, 26, 2, 30, 0));
        Assert.Equal(new(2017, 3, 26, 1, 30, 0, TimeSpan.Zero), instant);
        Assert.Equal(new(2017, 3, 26, 3, 30, 0), Munich.Local(instant));
        Assert.Equal(TimeSpan.FromHours(2), instant.Offset);
    }

    [Theory]
    [InlineData("de", "1.234", "60,5", "188 von 1.311", "12,50 €")]
    [InlineData("en", "1,234", "60.5", "188 of 1,311", "€12.50")]
    public void Numbers_follow_the_language(string language, string whole, string part, string of, string euro)
    {
        using var _ = Language.Use(Language.Find(language)!);
        Assert.Equal([whole, part, of, euro], [Say.Number(1234), Say.Number(60.53m, 1), Say.Of(188, 1311), Say.Euro(12.5m)]);
    }
}
