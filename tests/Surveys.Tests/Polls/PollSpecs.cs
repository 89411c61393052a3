using EventOps.Support;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Polls;

public class PollSpecs() : Specs<PollCommand, Poll, PollEvent>(Poll.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly Question s_colour = Make(QuestionKind.SingleChoice, "Farbe?");
    private static readonly PollPlanned s_planned = new(s_event, s_colour);
    private static readonly PollOpened s_opened = new(s_now);
    private static readonly PollClosed s_closed = new(s_now);

    [Theory]
    [InlineData(QuestionKind.SingleChoice, true)]
    [InlineData(QuestionKind.MultipleChoice, true)]
    [InlineData(QuestionKind.Rating, true)]
    [InlineData(QuestionKind.LongText, false)]
    [InlineData(QuestionKind.Matrix, false)]
    public void Only_what_is_answered_at_a_glance_is_polled(QuestionKind kind, bool fits)
    {
        var question = Make(kind, "Wie?");
        var planning = Given().When(new PlanPoll(s_event, question));
        if (fits) planning.Then(new PollPlanned(s_event, question));
        else planning.ThenRefused(new NotForPolls());
    }

    [Fact]
    public void Own_words_are_not_polled() =>
        Given().When(new PlanPoll(s_event, s_colour with { Other = true })).ThenRefused(new NotForPolls());

    [Fact]
    public void The_question_stays_once_somebody_may_have_read_it()
    {
        var other = s_colour with { Text = new("Andere?", "Other?") };
        Given(s_planned).When(new ChangePoll(other)).Then(new PollChanged(other));
        Given(s_planned, s_opened).When(new ChangePoll(other)).ThenRefused(new PollHasBegun());
        Given(s_planned, s_opened, s_closed).When(new ChangePoll(other)).ThenRefused(new PollHasBegun());
    }

    [Fact]
    public void It_opens_once_and_never_again()
    {
        Given(s_planned).When(new OpenPoll(s_now)).Then(s_opened);
        Given(s_planned, s_opened).When(new OpenPoll(s_now)).ThenNothing();
        Given(s_planned, s_opened, s_closed).When(new OpenPoll(s_now)).ThenRefused(new PollHasBegun());
    }

    [Fact]
    public void It_is_counted_after_its_end_and_once_only()
    {
        Given(s_planned).When(new ClosePoll(s_now)).ThenRefused(new PollNotOpen());
        Given(s_planned, s_opened).When(new KeepResult([1, 2, 3], 6)).ThenRefused(new PollNotOpen());
        Given(s_planned, s_opened).When(new ClosePoll(s_now)).Then(s_closed);
        Given(s_planned, s_opened, s_closed).When(new ClosePoll(s_now)).ThenNothing();
        Given(s_planned, s_opened, s_closed).When(new KeepResult([1, 2, 3], 6)).Then(new PollCounted([1, 2, 3], 6));
        Given(s_planned, s_opened, s_closed, new PollCounted([1, 2, 3], 6)).When(new KeepResult([0, 0, 0], 0)).ThenNothing();
    }

    [Fact]
    public void It_is_dropped_while_nobody_votes_and_then_gone()
    {
        Given(s_planned).When(new DropPoll()).Then(new PollDropped());
        Given(s_planned, s_opened).When(new DropPoll()).ThenRefused(new PollStillOpen());
        Given(s_planned, s_opened, s_closed).When(new DropPoll()).Then(new PollDropped());
        Given(s_planned, s_opened, s_closed, new PollCounted([1, 2, 3], 6)).When(new DropPoll()).Then(new PollDropped());
        Given(s_planned, new PollDropped()).When(new DropPoll()).ThenNothing();
        Given(s_planned, new PollDropped()).When(new OpenPoll(s_now)).ThenRefused(new PollNotFound());
        Given(s_planned, new PollDropped()).When(new PlanPoll(s_event, s_colour)).ThenNothing();
        Given().When(new DropPoll()).ThenRefused(new PollNotFound());
    }

    [Fact]
    public void What_was_never_planned_does_not_open() => Given().When(new OpenPoll(s_now)).ThenRefused(new PollNotFound());
}
