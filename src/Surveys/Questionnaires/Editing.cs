using EventOps.EventStore;

namespace EventOps.Surveys.Questionnaires;

/// <summary>What may be changed in a questionnaire, and when.</summary>
internal static class Editing
{
    public static Decision<QuestionnaireEvent> SetTerms(SetTerms command, Questionnaire now)
    {
        if (Same(command.Terms, now.Terms)) return Decision<QuestionnaireEvent>.Nothing;
        if (now.Stage != SurveyStage.Draft
            && (command.Terms.Mode != now.Terms.Mode || command.Terms.Audience != now.Terms.Audience))
            return new ModeIsFixed();
        return new TermsSet(command.Terms);
    }

    public static Decision<QuestionnaireEvent> Put(PutQuestion command, Questionnaire now)
    {
        var (question, standing) = (command.Question, now.Question(command.Question.Id));
        if (standing is not null && Same(standing, question)) return Decision<QuestionnaireEvent>.Nothing;
        if (now.Stage == SurveyStage.Closed) return new SurveyIsClosed();
        if (standing is null && now.Questions.Count >= Questionnaire.MostQuestions)
            return new TooManyQuestions(Questionnaire.MostQuestions);
        if (now.Stage == SurveyStage.Open && standing is not null && !OnlyAdds(standing, question)) return new OnlyAdditions();
        var order = With(now.Questions, question);
        return LooksBack(order) ? new QuestionPut(question) : new LooksAhead();
    }

    public static Decision<QuestionnaireEvent> Remove(RemoveQuestion command, Questionnaire now) =>
        now.Question(command.QuestionId) is null ? Decision<QuestionnaireEvent>.Nothing
        : now.Stage != SurveyStage.Draft ? new OnlyAdditions()
        : LooksBack([.. now.Questions.Where(question => question.Id != command.QuestionId)])
            ? new QuestionRemoved(command.QuestionId) : new LooksAhead();

    /// <summary>One place up or down; across the border of a page it changes the page.</summary>
    public static Decision<QuestionnaireEvent> Move(MoveQuestion command, Questionnaire now)
    {
        if (now.Question(command.QuestionId) is not { } question) return new QuestionNotFound();
        if (now.Stage != SurveyStage.Draft) return new OnlyAdditions();
        var order = now.Questions.ToList();
        var (from, to) = (order.IndexOf(question), order.IndexOf(question) + command.By);
        if (to < 0 || to >= order.Count) return Decision<QuestionnaireEvent>.Nothing;
        if (order[to].Page != question.Page)
        {
            var turned = question with { Page = order[to].Page };
            return LooksBack(With(now.Questions, turned)) ? new QuestionPut(turned) : new LooksAhead();
        }

        (order[from], order[to]) = (order[to], order[from]);
        return LooksBack(order) ? new QuestionsOrdered([.. order.Select(one => one.Id)]) : new LooksAhead();
    }

    /// <summary>The questions with one put in its place: where it stood, or at the end of its page.</summary>
    public static IReadOnlyList<Question> With(IReadOnlyList<Question> questions, Question put)
    {
        var standing = questions.FirstOrDefault(question => question.Id == put.Id);
        if (standing?.Page == put.Page) return [.. questions.Select(question => question.Id == put.Id ? put : question)];
        var others = questions.Where(question => question.Id != put.Id).ToList();
        var forwards = standing is null || standing.Page > put.Page;
        others.Insert(others.Count(question => forwards ? question.Page <= put.Page : question.Page < put.Page), put);
        return others;
    }

    private static bool LooksBack(IReadOnlyList<Question> order)
    {
        var seen = new HashSet<Guid>();
        foreach (var question in order)
        {
            if (question.When is { } when && when.Checks.Any(check => check.QuestionId is { } earlier && !seen.Contains(earlier)))
                return false;
            seen.Add(question.Id);
        }

        return true;
    }

    private static bool OnlyAdds(Question standing, Question put) =>
        put.Kind == standing.Kind && put.Lineage == standing.Lineage && put.Page == standing.Page && put.Scale == standing.Scale
        && put.Need == standing.Need && put.Bounds == standing.Bounds && Same(put.When, standing.When) && (put.Other || !standing.Other)
        && Fills(standing.Text, put.Text) && Fills(standing.Hint, put.Hint)
        && Kept(standing.Choices, put.Choices) && Kept(standing.Rows, put.Rows);

    private static bool Same(SurveyTerms one, SurveyTerms other) =>
        one with { TicketTypeIds = other.TicketTypeIds } == other && one.TicketTypeIds.SequenceEqual(other.TicketTypeIds);

    private static bool Same(Question one, Question other) =>
        one with { Choices = other.Choices, Rows = other.Rows, When = other.When } == other
        && one.Choices.SequenceEqual(other.Choices) && one.Rows.SequenceEqual(other.Rows) && Same(one.When, other.When);

    private static bool Same(Condition? one, Condition? other) =>
        one is null || other is null ? one == other : one.Any == other.Any && one.Checks.SequenceEqual(other.Checks);

    private static bool Kept(IReadOnlyList<QuestionChoice> standing, IReadOnlyList<QuestionChoice> put) =>
        put.Count >= standing.Count && standing.Zip(put).All(pair =>
            pair.First.Code == pair.Second.Code && pair.First.Alone == pair.Second.Alone && Fills(pair.First.Text, pair.Second.Text));

    // A missing translation may be added; words that somebody may have read stay.
    private static bool Fills(Contracts.LocalizedText standing, Contracts.LocalizedText put) =>
        (standing.De.Length == 0 || standing.De == put.De) && (standing.En.Length == 0 || standing.En == put.En);
}
