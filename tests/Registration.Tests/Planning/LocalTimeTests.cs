using EventOps.Registration.Planning;

namespace EventOps.Registration.Tests.Planning;

public class LocalTimeTests
{
    [Theory]
    [InlineData("2017-10-18T09:00", "2017-10-18T07:00")]
    [InlineData("2017-12-18T09:00", "2017-12-18T08:00")]
    public void A_time_on_the_wall_is_an_instant(string local, string utc) => Assert.Equal(Utc(utc), Instant(local));

    [Theory]
    [InlineData("2017-03-26T02:00")]
    [InlineData("2017-03-26T02:59")]
    public void A_time_that_the_clock_skips_in_spring_is_none(string local) => Assert.Null(Instant(local));

    [Fact]
    public void Around_the_gap_time_goes_on()
    {
        Assert.Equal(Utc("2017-03-26T00:59"), Instant("2017-03-26T01:59"));
        Assert.Equal(Utc("2017-03-26T01:00"), Instant("2017-03-26T03:00"));
    }

    [Fact]
    public void Of_the_hour_that_comes_twice_in_autumn_the_first_is_meant() =>
        Assert.Equal(Utc("2017-10-29T00:30"), Instant("2017-10-29T02:30"));

    [Fact]
    public void An_instant_is_shown_as_it_was_entered() =>
        Assert.Equal(new DateTime(2017, 10, 18, 9, 3, 0), LocalTime.Of(Utc("2017-10-18T07:03"), "Europe/Berlin"));

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("UTC", true)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("", false)]
    public void Only_names_of_the_zone_database_are_zones(string name, bool known) => Assert.Equal(known, LocalTime.IsZone(name));

    private static DateTimeOffset? Instant(string local) =>
        LocalTime.Instant(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), "Europe/Berlin");

    private static DateTimeOffset Utc(string utc) =>
        new(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
}
