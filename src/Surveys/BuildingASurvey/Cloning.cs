using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>Asks questions again: new ids, the same lineage, conditions that follow their questions.</summary>
public static class Cloning
{
    public static IReadOnlyList<Question> Again(IReadOnlyList<Question> questions)
    {
        var ids = questions.ToDictionary(question => question.Id, _ => Guid.NewGuid());
        return [.. questions.Select(question => question with { Id = ids[question.Id], When = Again(question.When, ids) })];
    }

    private static Condition? Again(Condition? when, Dictionary<Guid, Guid> ids) => when is null ? null : when with
    {
        // Kinds of tickets are another edition's own.
        Checks = [.. when.Checks.Where(check => check.QuestionId is { } id && ids.ContainsKey(id))
            .Select(check => check with { QuestionId = ids[check.QuestionId!.Value] })],
    } is { Checks.Count: > 0 } kept ? kept : null;
}
