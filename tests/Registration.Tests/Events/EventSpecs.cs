using EventOps.Contracts;
using EventOps.Registration.Events;
using EventOps.Support;

namespace EventOps.Registration.Tests.Events;

public class EventSpecs() : Specs<EventCommand, Event, EventEvent>(Event.Decider)
{
    private static readonly Guid s_city = Guid.NewGuid();
    private static readonly EventTexts s_texts = EventTexts.Empty with { Name = new("Open Government Tag", "Open Government Day"), Place = "Rathaus" };
    private static readonly EventTimes s_times = new(At(8), At(16), At(7), "Europe/Berlin");
    private static readonly EventPlanned s_planned = new(s_city, "ogtm17", s_texts, s_times);

    [Fact]
    public void An_event_is_planned_with_the_usual_rules() => Given()
        .When(new PlanEvent(s_city, "ogtm17", s_texts, s_times, EventParts.None)).Then(s_planned);

    [Fact]
    public void A_plan_sent_twice_is_one_event() =>
        Given(s_planned).When(new PlanEvent(s_city, "ogtm17", s_texts, s_times, EventParts.None)).ThenNothing();

    [Fact]
    public void A_plan_does_not_overwrite_another_event() =>
        Given(s_planned).When(new PlanEvent(s_city, "other", s_texts, s_times, EventParts.None))
            .ThenRefused(new EventPlannedAlready());

    [Fact]
    public void A_plan_does_not_overwrite_the_event_of_another_organisation() =>
        Given(s_planned).When(new PlanEvent(Guid.NewGuid(), "ogtm17", s_texts, s_times, EventParts.None))
            .ThenRefused(new EventPlannedAlready());

    [Fact]
    public void A_plan_brings_its_parts_with_it()
    {
        var quota = new Quota(Guid.NewGuid(), "Saal");
        var type = new TicketType(Guid.NewGuid(), 9, new("Stadt", "City"), LocalizedText.Empty, 1, [quota.PoolId]);
        var question = new Question(Guid.NewGuid(), QuestionKind.Text, new("Essen", "Food"), LocalizedText.Empty, false, []);
        var item = Item(9, 10);
        var rules = SignUpRules.Usual with { MaxAttendees = 2 };

        Given()
            .When(new PlanEvent(s_city, "ogtm17", s_texts, s_times, new(rules, ["Nord"], [quota], [type], [question], [item], true)))
            .Then(
                s_planned, new SignUpRulesSet(rules), new GatesSet(["Nord"]), new QuotaOpened(quota),
                new TicketTypeOffered(type with { Number = 1 }), new QuestionAsked(question), new ProgrammeItemSet(item),
                new EventPublished());
    }

    [Fact]
    public void A_plan_that_cannot_be_published_yet_is_refused_whole() => Given()
        .When(new PlanEvent(s_city, "ogtm17", s_texts, s_times, EventParts.None with { Publish = true }))
        .ThenRefused(new EventIncomplete("ticket-types"));

    [Fact]
    public void An_event_does_not_end_before_it_starts()
    {
        var backwards = s_times with { EndsAt = At(8) };
        Given().When(new PlanEvent(s_city, "ogtm17", s_texts, backwards, EventParts.None)).ThenRefused(new EndsBeforeItStarts());
        Given(s_planned).When(new ScheduleEvent(backwards)).ThenRefused(new EndsBeforeItStarts());
    }

    [Fact]
    public void Nothing_is_changed_of_an_event_that_does_not_exist() =>
        Given().When(new DescribeEvent(s_texts)).ThenRefused(new EventNotFound());

    [Fact]
    public void New_texts_replace_the_old_ones()
    {
        var texts = s_texts with { Contact = "ogt@stadt.example" };
        Given(s_planned).When(new DescribeEvent(texts)).Then(new EventDescribed(texts));
        Given(s_planned, new EventDescribed(texts)).When(new DescribeEvent(texts)).ThenNothing();
    }

    [Fact]
    public void New_times_replace_the_old_ones()
    {
        var times = s_times with { EndsAt = At(18) };
        Given(s_planned).When(new ScheduleEvent(times)).Then(new EventScheduled(times));
        Given(s_planned).When(new ScheduleEvent(s_times)).ThenNothing();
    }

    [Fact]
    public void Sign_up_has_rules_and_a_window()
    {
        var rules = SignUpRules.Usual with { OpensAt = At(1), ClosesAt = At(2) };
        Given(s_planned).When(new SetSignUpRules(rules)).Then(new SignUpRulesSet(rules));
        Given(s_planned, new SignUpRulesSet(rules)).When(new SetSignUpRules(rules)).ThenNothing();
        Given(s_planned).When(new SetSignUpRules(rules with { ClosesAt = At(1) })).ThenRefused(new SignUpClosesBeforeItOpens());
    }

    [Fact]
    public void Gates_are_named_and_there_is_always_one()
    {
        Given(s_planned).When(new SetGates(["Nord", "Süd"])).Then(new GatesSet(["Nord", "Süd"]));
        Given(s_planned, new GatesSet(["Nord"])).When(new SetGates(["Nord"])).ThenNothing();
        Given(s_planned).When(new SetGates([])).ThenRefused(new NoGate());
    }

    [Fact]
    public void The_programme_is_kept_in_order_of_time()
    {
        var (late, early) = (Item(14, 15), Item(9, 10));
        Given(s_planned).When(new SetProgrammeItem(late)).Then(new ProgrammeItemSet(late));
        Given(s_planned, new ProgrammeItemSet(late)).When(new SetProgrammeItem(late)).ThenNothing();
        Assert.Equal(
            [early, late],
            Given(s_planned, new ProgrammeItemSet(late), new ProgrammeItemSet(early)).State.Programme.AsEnumerable());
    }

    [Fact]
    public void A_programme_item_is_changed_and_dropped()
    {
        var item = Item(9, 10);
        var longer = item with { EndsAt = item.EndsAt.AddHours(1) };
        Assert.Equal(
            [longer], Given(s_planned, new ProgrammeItemSet(item), new ProgrammeItemSet(longer)).State.Programme.AsEnumerable());
        Given(s_planned, new ProgrammeItemSet(item)).When(new DropProgrammeItem(item.Id)).Then(new ProgrammeItemDropped(item.Id));
        Given(s_planned).When(new DropProgrammeItem(item.Id)).ThenNothing();
        Given(s_planned).When(new SetProgrammeItem(item with { EndsAt = item.StartsAt })).ThenRefused(new EndsBeforeItStarts());
    }

    private static DateTimeOffset At(int hour) => new(2017, 10, 18, hour, 0, 0, TimeSpan.Zero);

    private static ProgrammeItem Item(int from, int until) => new(
        Guid.NewGuid(), new(2017, 10, 18, from, 0, 0, DateTimeKind.Unspecified),
        new(2017, 10, 18, until, 0, 0, DateTimeKind.Unspecified),
        new("Begrüßung", "Welcome"), LocalizedText.Empty, "Saal", 1);
}

public class EventContract() : DeciderContract<EventCommand, Event, EventEvent>(Event.Decider);
