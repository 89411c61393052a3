using System.Net;
using EventOps.EventStore;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Tests.Polling;

/// <summary>Polls go when an organiser wants it, single votes a week after the event at the latest.</summary>
public class DroppingTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    [Fact]
    public async Task A_planned_poll_is_deleted_by_its_page_and_a_second_click_finds_nothing_to_do()
    {
        var poll = await Plan();
        var organiser = host.Organiser();
        var page = await organiser.Open(poll.Staff);
        var list = await organiser.Send(page, $"{poll.Staff}/drop");
        Assert.EndsWith("/polls", list.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("Welche Farbe?", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await organiser.Send(page, $"{poll.Staff}/drop")).Status);
        foreach (var gone in (string[])[poll.Staff, poll.Phone, $"{poll.Staff}/screen", $"{poll.Phone}/stream"])
            Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open(gone)).Status);
    }

    [Fact]
    public async Task An_open_poll_stays_until_it_is_ended_and_then_takes_its_votes_along()
    {
        var poll = await Plan();
        var organiser = host.Organiser();
        var page = await organiser.Open(poll.Staff);
        await poll.Do(new OpenPoll(host.Clock.Now));
        await poll.Vote("1");
        var refused = await organiser.Send(page, $"{poll.Staff}/drop");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Beenden Sie die Abstimmung zuerst", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await poll.Votes());

        await poll.Do(new ClosePoll(host.Clock.Now));
        Assert.Equal(1, await poll.Votes());
        await organiser.Send(page, $"{poll.Staff}/drop");
        Assert.Equal(0, await poll.Votes());
        Assert.Equal(PollStage.Dropped, (await poll.Now()).Stage);
    }

    [Fact]
    public async Task Nobody_but_its_organisers_deletes_a_poll()
    {
        var poll = await Plan();
        var other = await Plan();
        using var nothing = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As().Http.PostAsync($"{poll.Staff}/drop", nothing)).StatusCode);
        var organiser = host.Organiser();
        var page = await organiser.Open(other.Staff);
        using var crossed = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        // The address of another event's poll.
        await organiser.Http.PostAsync($"/events/{other.Slug}/polls/{poll.Id}/drop", crossed);
        Assert.Equal(PollStage.Planned, (await poll.Now()).Stage);
    }

    [Theory]
    [InlineData(6, PollStage.Open, 2)]
    [InlineData(8, PollStage.Closed, 0)]
    public async Task A_poll_that_was_left_open_is_ended_and_counted_a_week_after_its_event(int days, PollStage stage, long votes)
    {
        var poll = await Plan();
        await poll.Do(new OpenPoll(host.Clock.Now));
        await poll.Vote("2");
        await poll.Vote("2");
        await host.Database.Execute(
            $"update surveys.events set ends_at = '{host.Clock.Now.AddDays(-days):O}' where event_id = '{poll.EventId}'");
        await host.Services.GetRequiredService<SurveyClock>().Run(CancellationToken.None);
        Assert.Equal(votes, await poll.Votes());
        var now = await poll.Now();
        Assert.Equal(stage, now.Stage);
        Assert.Equal(
            stage == PollStage.Closed ? [0, 2, 0, 2] : [], now.Result is { } kept ? [.. kept.Counts, kept.Voters] : (int[])[]);
    }

    [Fact]
    public async Task A_poll_that_was_closed_by_a_host_that_was_cut_off_is_counted_by_the_clock()
    {
        var poll = await Plan();
        await poll.Do(new OpenPoll(host.Clock.Now));
        await poll.Vote("3");
        await poll.Do(new ClosePoll(host.Clock.Now));
        await host.Services.GetRequiredService<SurveyClock>().Run(CancellationToken.None);
        Assert.Equal([0, 0, 1], (await poll.Now()).Result!.Counts);
        Assert.Equal(0, await poll.Votes());
    }

    [Fact]
    public async Task Before_it_is_put_nobody_reads_the_question_on_phones_or_screens()
    {
        var poll = await Plan();
        foreach (var path in (string[])[poll.Phone, $"{poll.Staff}/screen"])
        {
            var page = await host.As().Open(path);
            Assert.Contains("Gleich geht es los", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Welche Farbe?", page.Source, StringComparison.Ordinal);
        }
    }

    private async Task<OnePoll> Plan()
    {
        var (eventId, slug) = await host.Event();
        var poll = new OnePoll(host, Guid.CreateVersion7(), eventId, slug);
        await poll.Do(new PlanPoll(eventId, Asking.Make(QuestionKind.SingleChoice, "Welche Farbe?", need: Need.Required)));
        return poll;
    }

    private sealed record OnePoll(SurveysHost Host, Guid Id, Guid EventId, string Slug)
    {
        public string Staff => $"/events/{Slug}/polls/{Id}";

        public string Phone => $"/events/{Slug}/poll/{Id}";

        public async Task Do(PollCommand command) =>
            Assert.Null((await Host.Store.Handle(Poll.Stream(Id), Poll.Decider, command)).Refusal);

        public async Task<Poll> Now() => (await Host.Store.Load(Poll.Stream(Id), Poll.Decider)).State;

        public Task<long> Votes() => Host.Database.Read<long>($"select count(*) from surveys.poll_votes where poll_id = '{Id}'");

        public async Task Vote(string choice)
        {
            var browser = Host.As();
            var page = await browser.Open(Phone);
            var field = page.Html.QuerySelector("form.survey input[type=radio]")!.GetAttribute("name")!;
            await browser.Send(page, Phone, (field, choice));
        }
    }
}
