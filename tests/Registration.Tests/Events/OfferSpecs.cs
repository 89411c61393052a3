using EventOps.Contracts;
using EventOps.Registration.Events;
using EventOps.Support;

namespace EventOps.Registration.Tests.Events;

/// <summary>Quotas, ticket types, questions, and what has to be there before sign-up opens.</summary>
public class OfferSpecs() : Specs<EventCommand, Event, EventEvent>(Event.Decider)
{
    private static readonly EventPlanned s_planned = new(
        Guid.NewGuid(), "ogtm17", EventTexts.Empty with { Name = new("Tag", "Day"), Place = "Rathaus" },
        new(new(2017, 10, 18, 8, 0, 0, TimeSpan.Zero), new(2017, 10, 18, 16, 0, 0, TimeSpan.Zero), null, "Europe/Berlin"));

    private static readonly Quota s_hall = new(Guid.NewGuid(), "Saal");
    private static readonly Quota s_gallery = new(Guid.NewGuid(), "Empore");
    private static readonly TicketType s_city = Type("Stadt", "City", 1);
    private static readonly TicketType s_press = Type("Presse", "Press", 2);
    private static readonly EventEvent[] s_offered = [s_planned, new QuotaOpened(s_hall), new TicketTypeOffered(s_city)];
    private static readonly Question s_food = Ask(QuestionKind.OneOf, "Vegan", "Alles");

    [Fact]
    public void A_quota_is_opened_once()
    {
        Given(s_planned).When(new OpenQuota(s_hall)).Then(new QuotaOpened(s_hall));
        Given(s_planned, new QuotaOpened(s_hall)).When(new OpenQuota(s_hall)).ThenNothing();
    }

    [Fact]
    public void Two_quotas_do_not_share_a_name()
    {
        Given(s_planned, new QuotaOpened(s_hall)).When(new OpenQuota(s_gallery with { Name = "saal" }))
            .ThenRefused(new QuotaNameTaken());
        Given(s_planned, new QuotaOpened(s_hall), new QuotaOpened(s_gallery))
            .When(new RenameQuota(s_gallery.PoolId, "Saal")).ThenRefused(new QuotaNameTaken());
    }

    [Fact]
    public void A_quota_is_renamed()
    {
        Given(s_offered).When(new RenameQuota(s_hall.PoolId, "Halle")).Then(new QuotaRenamed(s_hall.PoolId, "Halle"));
        Given(s_offered).When(new RenameQuota(s_hall.PoolId, "Saal")).ThenNothing();
        Given(s_offered).When(new RenameQuota(s_gallery.PoolId, "Halle")).ThenRefused(new QuotaNotFound());
    }

    [Fact]
    public void A_quota_that_a_type_uses_stays_open() =>
        Given(s_offered).When(new CloseQuota(s_hall.PoolId)).ThenRefused(new QuotaInUse());

    [Fact]
    public void An_unused_quota_is_closed()
    {
        Given([.. s_offered, new QuotaOpened(s_gallery)]).When(new CloseQuota(s_gallery.PoolId))
            .Then(new QuotaClosed(s_gallery.PoolId));
        Given(s_offered).When(new CloseQuota(s_gallery.PoolId)).ThenNothing();
    }

    [Fact]
    public void A_type_needs_an_open_quota()
    {
        Given(s_planned).When(new OfferTicketType(s_city)).ThenRefused(new QuotaNotFound());
        Given(s_offered).When(new OfferTicketType(s_press with { PoolIds = [] })).ThenRefused(new QuotaNotFound());
    }

    [Fact]
    public void The_next_type_gets_the_next_number_whatever_is_asked_for() => Given(s_offered)
        .When(new OfferTicketType(s_press with { Number = 77 })).Then(new TicketTypeOffered(s_press with { Number = 2 }));

    [Fact]
    public void A_number_is_never_given_twice() => Given([.. s_offered, new TicketTypeWithdrawn(s_city.Id)])
        .When(new OfferTicketType(s_press)).Then(new TicketTypeOffered(s_press with { Number = 2 }));

    [Fact]
    public void A_type_is_changed_under_its_number()
    {
        var changed = s_city with { Tone = 4 };
        Given(s_offered).When(new OfferTicketType(changed with { Number = 0 })).Then(new TicketTypeOffered(changed));
        Given(s_offered).When(new OfferTicketType(s_city)).ThenNothing();
        Assert.Equal([changed], Given([.. s_offered, new TicketTypeOffered(changed)]).State.TicketTypes.AsEnumerable());
    }

    [Fact]
    public void Two_types_do_not_share_a_name() => Given(s_offered)
        .When(new OfferTicketType(s_press with { Name = s_city.Name })).ThenRefused(new TicketTypeNameTaken());

    [Fact]
    public void A_withdrawn_type_is_remembered_for_those_who_hold_it()
    {
        Given(s_offered).When(new WithdrawTicketType(s_city.Id)).Then(new TicketTypeWithdrawn(s_city.Id));
        Given(s_offered).When(new WithdrawTicketType(s_press.Id)).ThenNothing();
        var state = Given([.. s_offered, new TicketTypeWithdrawn(s_city.Id)]).State;
        Assert.Null(state.TicketType(s_city.Id));
        Assert.Equal(s_city, state.AnyTicketType(s_city.Id));
    }

    [Fact]
    public void A_question_is_asked_changed_and_dropped()
    {
        var changed = s_food with { Required = true };
        Given(s_planned).When(new AskQuestion(s_food)).Then(new QuestionAsked(s_food));
        Given(s_planned, new QuestionAsked(s_food)).When(new AskQuestion(s_food)).ThenNothing();
        Given(s_planned, new QuestionAsked(s_food)).When(new AskQuestion(changed)).Then(new QuestionAsked(changed));
        Given(s_planned, new QuestionAsked(s_food)).When(new DropQuestion(s_food.Id)).Then(new QuestionDropped(s_food.Id));
        Given(s_planned).When(new DropQuestion(s_food.Id)).ThenNothing();
        Assert.Equal(
            [s_food],
            Given(s_planned, new QuestionAsked(s_food), new QuestionDropped(s_food.Id)).State.FormerQuestions.AsEnumerable());
    }

    [Fact]
    public void A_choice_needs_two_answers() =>
        Given(s_planned).When(new AskQuestion(Ask(QuestionKind.AnyOf, "Vegan"))).ThenRefused(new TooFewOptions());

    [Fact]
    public void A_whole_event_is_published_and_withdrawn()
    {
        Given(s_offered).When(new PublishEvent()).Then(new EventPublished());
        Given([.. s_offered, new EventPublished()]).When(new PublishEvent()).ThenNothing();
        Given([.. s_offered, new EventPublished()]).When(new WithdrawEvent()).Then(new EventWithdrawn());
        Given(s_offered).When(new WithdrawEvent()).ThenNothing();
    }

    [Fact]
    public void What_is_missing_keeps_an_event_from_being_published()
    {
        var bare = s_planned with { Texts = EventTexts.Empty with { Name = new("Tag", "") } };
        Given(bare).When(new PublishEvent()).ThenRefused(new EventIncomplete("name, place, ticket-types"));
    }

    private static TicketType Type(string de, string en, int number) =>
        new(Guid.NewGuid(), number, new(de, en), LocalizedText.Empty, number, [s_hall.PoolId]);

    private static Question Ask(QuestionKind kind, params IEnumerable<string> options) => new(
        Guid.NewGuid(), kind, new("Essen", "Food"), LocalizedText.Empty, false,
        [.. options.Select(text => new LocalizedText(text, text))]);
}
