using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Questionnaires;

public class BranchingTests
{
    private static readonly Question s_colour = Make(QuestionKind.SingleChoice, "Farbe?");
    private static readonly Question s_why = Make(QuestionKind.ShortText, "Warum rot?", when: When(s_colour, 1));
    private static readonly Question s_how = Make(
        QuestionKind.Rating, "Wie rot?", when: new(false, [new(s_why.Id, null, Comparison.IsNot, 9, null)]));

    [Fact]
    public void An_answer_to_a_question_that_became_invisible_is_dropped()
    {
        var given = Answers.None.With(s_colour.Id, Answer.Of(2)).With(s_why.Id, Answer.Words("weil"));
        Assert.Equal([s_colour.Id], Branching.Completed([s_colour, s_why], given, null).ByQuestion.Keys);
    }

    [Fact]
    public void An_invisible_answer_decides_nothing()
    {
        var seen = Make(QuestionKind.Rating, "Gern?", when: When(s_colour, 2));
        var hidden = Make(QuestionKind.Number, "Wie gern?", when: When(seen, 5));
        var given = Answers.None.With(s_colour.Id, Answer.Of(1)).With(seen.Id, Answer.Of(5));
        Assert.DoesNotContain(hidden, Branching.Asked([s_colour, seen, hidden], given, null));
    }

    [Fact]
    public void A_kind_of_ticket_opens_its_questions_and_is_not_written_down()
    {
        var (press, guest) = (Guid.NewGuid(), Guid.NewGuid());
        var question = Make(QuestionKind.Rating, "Pressebereich?", when: new(false, [new(null, null, Comparison.Is, 0, press)]));
        Assert.Contains(question, Branching.Asked([question], Answers.None, press));
        Assert.DoesNotContain(question, Branching.Asked([question], Answers.None, guest));
        var survey = Of([question]);
        Assert.Equal([5], Response.Of(survey, Answers.None.With(question.Id, Answer.Of(5)), press).Answers);
    }

    [Fact]
    public void Not_asked_and_left_out_are_kept_apart()
    {
        var survey = Of([s_colour, s_why, s_how]);
        Assert.Equal(
            [2, null, AnswerLayout.Skipped], Response.Of(survey, Answers.None.With(s_colour.Id, Answer.Of(2)), null).Answers);
        Assert.Equal(
            [1, AnswerLayout.Skipped, AnswerLayout.Skipped],
            Response.Of(survey, Answers.None.With(s_colour.Id, Answer.Of(1)), null).Answers);
    }

    [Fact]
    public void Each_choice_and_row_has_its_own_place()
    {
        var (several, rows, order) = (Make(QuestionKind.MultipleChoice, "Farben?"), Make(QuestionKind.Matrix, "Wie?"), Make(
            QuestionKind.Ranking, "Was?"));
        var given = Answers.None.With(several.Id, Answer.Chosen([1, 3])).With(rows.Id, new(new Dictionary<int, int> { [2] = 4 }))
            .With(order.Id, Answer.Ranked([3, 1]));
        Assert.Equal(
            [1, 0, 1, AnswerLayout.Skipped, 4, 2, AnswerLayout.Skipped, 1],
            Response.Of(Of([several, rows, order]), given, null).Answers);
    }

    [Fact]
    public void A_question_that_is_added_later_gets_a_place_behind_all_others()
    {
        var first = AnswerLayout.Empty.With(s_colour);
        var more = s_colour with { Other = true };
        Assert.Equal([.. first.Slots, new Slot(s_why.Id, Question.Whole)], first.With(more).With(s_why).Slots);
    }

    private static Questionnaire Of(IReadOnlyList<Question> questions) => Questionnaire.Decider.Fold(
        [new SurveyPlanned(Guid.NewGuid(), Guid.NewGuid(), SurveyTerms.Usual(new("", ""))), .. questions.Select(question => new QuestionPut(question))]);
}
