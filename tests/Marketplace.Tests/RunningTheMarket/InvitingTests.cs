using System.Net;
using EventOps.Marketplace.Tests.Booking;

namespace EventOps.Marketplace.Tests.RunningTheMarket;

public class InvitingTests(BookingHost host) : IClassFixture<BookingHost>
{
    [Fact]
    public async Task What_lacks_an_address_comes_back_as_it_was_typed()
    {
        var fair = await host.Open();
        var organiser = host.Organiser();
        var list = $"{fair.Market}/exhibitors";
        var wrong = await organiser.Send(
            await organiser.Open(list), list, ("organisation", "InsightsDE"), ("contact", "Alex"), ("email", "alex(at)"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotEqual("", wrong.At(".error-summary"));
        Assert.Equal("InsightsDE", wrong.Html.QuerySelector("input[name=organisation]")!.GetAttribute("value"));

        var invited = await organiser.Send(wrong, list, ("email", "alex@insights.example"));
        Assert.Equal("InsightsDE", invited.At("h1"));
        await host.Settle();
        Assert.Contains(host.Mail.Sent, mail => mail.To == "alex@insights.example");
    }
}
