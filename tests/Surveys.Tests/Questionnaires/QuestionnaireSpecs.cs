using EventOps.Support;
using EventOps.Surveys.Questionnaires;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Questionnaires;

public class QuestionnaireSpecs() : Specs<QuestionnaireCommand, Questionnaire, QuestionnaireEvent>(Questionnaire.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private static readonly SurveyTerms s_terms = SurveyTerms.Usual(new("Wie war es?", "How was it?"));
    private static readonly SurveyPlanned s_planned = new(Guid.NewGuid(), Guid.NewGuid(), s_terms);
    private static readonly SurveyOpened s_opened = new(s_now);

    [Fact]
    public void The_promise_can_be_changed_until_the_start_and_never_again()
    {
        var named = s_terms with { Mode = SurveyMode.Named };
        Given(s_planned).When(new SetTerms(named)).Then(new TermsSet(named));
        Given(s_planned, s_opened).When(new SetTerms(named)).ThenRefused(new ModeIsFixed());
        Given(s_planned with { Terms = named }, s_opened).When(new SetTerms(s_terms)).ThenRefused(new ModeIsFixed());
    }

    [Fact]
    public void An_equal_promise_sent_twice_is_nothing()
    {
        Given(s_planned).When(new SetTerms(s_terms with { TicketTypeIds = [] })).ThenNothing();
    }

    [Fact]
    public void A_survey_without_questions_does_not_start()
    {
        Given(s_planned).When(new OpenSurvey(s_now)).ThenRefused(new NoQuestions());
        Given(s_planned, new QuestionPut(Make(QuestionKind.Statement, "Hallo"))).When(new OpenSurvey(s_now))
            .ThenRefused(new NoQuestions());
        Given(s_planned, new QuestionPut(Make(QuestionKind.Rating, "Wie war es?"))).When(new OpenSurvey(s_now)).Then(s_opened);
    }

    [Fact]
    public void After_the_start_choices_are_only_added()
    {
        var asked = Make(QuestionKind.SingleChoice, "Farbe?");
        var more = asked with { Choices = [.. asked.Choices, new(4, new("gelb", "yellow"))] };
        Given(s_planned, new QuestionPut(asked), s_opened).When(new PutQuestion(more)).Then(new QuestionPut(more));
        Given(s_planned, new QuestionPut(more), s_opened).When(new PutQuestion(asked)).ThenRefused(new OnlyAdditions());
        Given(s_planned, new QuestionPut(asked), s_opened).When(new PutQuestion(asked with { Text = new("Andere?", "Other?") }))
            .ThenRefused(new OnlyAdditions());
        Given(s_planned, new QuestionPut(asked), s_opened).When(new RemoveQuestion(asked.Id)).ThenRefused(new OnlyAdditions());
    }

    [Fact]
    public void A_missing_translation_may_be_added_while_it_runs()
    {
        var asked = Make(QuestionKind.Rating, "Wie war es?") with { Text = new("Wie war es?", "") };
        var both = asked with { Text = new("Wie war es?", "How was it?") };
        Given(s_planned, new QuestionPut(asked), s_opened).When(new PutQuestion(both)).Then(new QuestionPut(both));
    }

    [Fact]
    public void The_same_question_twice_is_nothing()
    {
        var asked = Make(QuestionKind.SingleChoice, "Farbe?");
        Given(s_planned, new QuestionPut(asked)).When(new PutQuestion(asked with { Choices = [.. asked.Choices] })).ThenNothing();
    }

    [Fact]
    public void A_condition_never_looks_ahead()
    {
        var first = Make(QuestionKind.SingleChoice, "Farbe?");
        var second = Make(QuestionKind.Rating, "Wie?", when: When(first, 1));
        Given(s_planned, new QuestionPut(first), new QuestionPut(second)).When(new MoveQuestion(second.Id, -1))
            .ThenRefused(new LooksAhead());
        Given(s_planned, new QuestionPut(first), new QuestionPut(second)).When(new RemoveQuestion(first.Id))
            .ThenRefused(new LooksAhead());
        Given(s_planned).When(new PutQuestion(second)).ThenRefused(new LooksAhead());
    }

    [Fact]
    public void A_question_moves_past_its_neighbour_and_over_the_border_of_a_page()
    {
        var (one, two, three) = (Make(QuestionKind.Rating, "1"), Make(QuestionKind.Rating, "2"), Make(
            QuestionKind.Rating, "3", page: 2));
        QuestionnaireEvent[] all = [s_planned, new QuestionPut(one), new QuestionPut(two), new QuestionPut(three)];
        Given(all).When(new MoveQuestion(two.Id, -1)).Then(new QuestionsOrdered([two.Id, one.Id, three.Id]));
        Given(all).When(new MoveQuestion(two.Id, 1)).Then(new QuestionPut(two with { Page = 2 }));
        Given(all).When(new MoveQuestion(one.Id, -1)).ThenNothing();
    }

    [Fact]
    public void The_report_is_published_when_the_survey_is_over()
    {
        var asked = new QuestionPut(Make(QuestionKind.Rating, "Wie war es?"));
        Given(s_planned, asked, s_opened).When(new PublishReport(true, s_now)).ThenRefused(new ReportNeedsClosing());
        Given(s_planned, asked, s_opened, new SurveyClosed(s_now)).When(new PublishReport(true, s_now))
            .Then(new ReportPublished(s_now));
    }
}
