using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Support;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Inviting;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Inviting;

public class InvitingTests(SurveysHost host) : IClassFixture<SurveysHost>
{
    private static readonly DateTimeOffset s_end = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private readonly Question _colour = Make(QuestionKind.SingleChoice, "Welche Farbe?");

    [Fact]
    public async Task When_the_event_has_ended_those_who_were_there_are_asked_once()
    {
        var survey = await host.Run([_colour]);
        var came = new[] { (await survey.Ticket()).Ticket, (await survey.Ticket()).Ticket };
        await survey.Ticket(came: false);

        await End(survey, s_end);
        await End(survey, s_end.AddHours(-1)); // an end that was moved since
        await Press(survey, "invite");

        Assert.Equal(came.Order(), Letters(survey, SurveyLetter.Invitation).Order());
    }

    [Fact]
    public async Task More_people_than_one_part_holds_are_all_asked()
    {
        var survey = await host.Run([_colour]);
        for (var person = 0; person < 120; person++) await survey.Ticket();
        await End(survey, s_end);
        Assert.Equal(120, Letters(survey, SurveyLetter.Invitation).Distinct().Count());
        Assert.Equal(120, Letters(survey, SurveyLetter.Invitation).Count);
    }

    [Fact]
    public async Task The_reminder_goes_only_to_those_who_may_still_answer_and_can_be_reached()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, answered) = await survey.Participant();
        var (waiting, declines, unreachable) = (await survey.Ticket(), await survey.Ticket(), await survey.Ticket());
        await End(survey, s_end);
        await browser.Send(page, survey.Url, (AnswerForm.Field(_colour), "1"), ("go", "next"));
        var refuser = host.As();
        var ask = await refuser.Open($"{survey.Url}/no-mail/{declines.Token}");
        Assert.Contains("Erledigt", (await refuser.Send(ask, null)).Text, StringComparison.Ordinal);
        await host.Store.Handle(new Work().Then(commit => commit.Publish(
            new HolderUnreachable(new(unreachable.Ticket, SurveyLetter.Invitation, survey.EventId, [survey.Id])), "test")));
        await Quiet.WaitForMessages(host.Services);

        await Press(survey, "remind");
        await Press(survey, "remind");

        Assert.Equal([waiting.Ticket], Letters(survey, SurveyLetter.Reminder));
        Assert.Contains(answered, Letters(survey, SurveyLetter.Invitation));
    }

    [Fact]
    public async Task The_reminder_comes_by_itself_after_the_days_that_were_set()
    {
        var survey = await host.Run([_colour], terms => terms with { RemindsAfterDays = 4 });
        await survey.Ticket();
        await End(survey, s_end);
        Assert.Equal(4, await host.Database.Read<int>($"""
            select round(extract(epoch from (due - '{host.Clock.Now:O}'::timestamptz)) / 86400)::int from messaging.scheduled
            where body::text like '%{survey.Id}%'
            """));
    }

    [Fact]
    public async Task A_named_or_public_survey_invites_by_the_same_rules_or_not_at_all()
    {
        var open = await host.Run([_colour], terms => terms with { Audience = Audience.Public });
        await open.Ticket();
        await End(open, s_end);
        Assert.Empty(Letters(open, SurveyLetter.Invitation));

        var all = await host.Run([_colour], terms => terms with { Audience = Audience.Registered });
        await all.Ticket(came: false);
        await End(all, s_end);
        Assert.Single(Letters(all, SurveyLetter.Invitation));
    }

    [Fact]
    public async Task The_mail_says_how_long_it_takes_and_what_is_promised_and_is_not_sent_to_who_has_answered()
    {
        var survey = await host.Run([_colour]);
        var (browser, page, ticket) = await survey.Participant();
        using var german = Language.Use(Language.German);
        var letter = host.Services.GetRequiredKeyedService<ILetter>(SurveyLetter.Invitation);
        var asked = new TellTicketHolder(ticket, SurveyLetter.Invitation, survey.EventId, [survey.Id]);
        var words = await letter.Write(asked, CancellationToken.None);
        Assert.Contains("Niemand kann sehen", string.Join(' ', words!.Facts), StringComparison.Ordinal);
        Assert.EndsWith($"/survey/{survey.Id}/with-ticket/{LetterWords.Token}", words.ButtonPath, StringComparison.Ordinal);
        await browser.Send(page, survey.Url, (AnswerForm.Field(_colour), "1"), ("go", "next"));
        Assert.Null(await letter.Write(asked, CancellationToken.None));
    }

    private List<Guid> Letters(RunningSurvey survey, string kind) =>
        [.. host.Letters.Where(asked => asked.Letter == kind && asked.About.Contains(survey.Id)).Select(asked => asked.TicketId)];

    private async Task End(RunningSurvey survey, DateTimeOffset at)
    {
        await host.Store.Handle(new Work().Then(commit => commit.Publish(new EventEnded(survey.EventId, at), "test")));
        await Quiet.WaitForMessages(host.Services);
    }

    private async Task Press(RunningSurvey survey, string what)
    {
        var organiser = host.Organiser();
        var page = await organiser.Open($"{survey.Staff}/invitations");
        await organiser.Send(page, $"{survey.Staff}/invitations", ("what", what));
        await Quiet.WaitForMessages(host.Services);
    }
}
