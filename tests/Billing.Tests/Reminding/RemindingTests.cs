using EventOps.Billing.Reminding;
using EventOps.Contracts;

namespace EventOps.Billing.Tests.Reminding;

public class RemindingTests : IAsyncLifetime
{
    private readonly BillingHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_bill_falls_due_by_the_clock_and_reminders_go_out_as_set()
    {
        var shop = await _host.Shop(Sample.Settings with { Terms = Sample.Settings.Terms with { RemindsItself = true } });
        var (id, _) = await shop.Sell();
        _host.Clock.Now = new(2026, 12, 10, 20, 0, 0, TimeSpan.Zero);
        await _host.Say(new DayPassed(id), "test");
        Assert.Equal(BillState.Open, shop.LastNews(id).State);
        _host.Clock.Now = new(2026, 12, 10, 23, 6, 0, TimeSpan.Zero); // the eleventh in Germany
        await _host.Settle();
        Assert.Equal(BillState.Overdue, shop.LastNews(id).State);
        Assert.DoesNotContain(_host.Mail.Sent, Reminder);
        _host.Clock.Now = new(2026, 12, 17, 9, 0, 0, TimeSpan.Zero);
        await _host.Settle();
        Assert.Single(_host.Mail.Sent, Reminder);
        _host.Clock.Now = new(2026, 12, 24, 9, 0, 0, TimeSpan.Zero);
        await _host.Settle();
        Assert.Equal(2, _host.Mail.Sent.Count(Reminder));
        Assert.Equal(2, (await shop.Now(id)).Reminders);
    }

    [Fact]
    public async Task An_organiser_reminds_by_a_click_and_two_clicks_are_one()
    {
        var shop = await _host.Shop();
        var (id, _) = await shop.Sell();
        _host.Clock.Now = new(2026, 12, 20, 9, 0, 0, TimeSpan.Zero);
        await _host.Settle();
        var organiser = shop.Organiser();
        var page = await organiser.Open($"/billing/{id}");
        Assert.Contains("Überfällig", page.Text, StringComparison.Ordinal);
        await organiser.Send(page, $"/billing/{id}/reminders");
        await organiser.Send(page, $"/billing/{id}/reminders");
        await _host.Settle();
        Assert.Single(_host.Mail.Sent, Reminder);
        Assert.Contains("1. Erinnerung verschickt", (await organiser.Open($"/billing/{id}")).Text, StringComparison.Ordinal);
    }

    private static bool Reminder(Messaging.OutgoingMail mail) =>
        mail.Subject.StartsWith("Erinnerung: Rechnung", StringComparison.Ordinal);
}
