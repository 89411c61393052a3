namespace EventOps.Surveys.Questionnaires;

/// <summary>How an earlier answer is looked at.</summary>
public enum Comparison
{
    /// <summary>It is, or among others holds, this value.</summary>
    Is,
    IsNot,
    AtLeast,
    AtMost,
}

/// <summary>
/// One look at an earlier answer, or at the kind of ticket that somebody came with. A kind of ticket decides what is asked; it is
/// not written into the answer.
/// </summary>
/// <param name="QuestionId">The earlier question; null for a look at the ticket.</param>
/// <param name="Part">Row of a matrix or choice of a ranking; null for a whole answer.</param>
/// <param name="Comparison">How.</param>
/// <param name="Value">Code of a choice, number, or value of a scale.</param>
/// <param name="TicketTypeId">The kind of ticket; null for a look at an answer.</param>
public sealed record Check(Guid? QuestionId, int? Part, Comparison Comparison, int Value, Guid? TicketTypeId);

/// <summary>When a question is asked: all of the checks, or any of them.</summary>
public sealed record Condition(bool Any, IReadOnlyList<Check> Checks)
{
    public bool Holds(Answers given, Guid? ticketTypeId) => Any
        ? Checks.Any(check => Holds(check, given, ticketTypeId))
        : Checks.All(check => Holds(check, given, ticketTypeId));

    private static bool Holds(Check check, Answers given, Guid? ticketTypeId)
    {
        if (check.TicketTypeId is { } type) return type == ticketTypeId == (check.Comparison != Comparison.IsNot);
        if (check.QuestionId is not { } question || given.Of(question) is not { } answer)
            return check.Comparison == Comparison.IsNot;
        return check.Comparison switch
        {
            Comparison.Is => answer.Holds(check.Part, value => value == check.Value),
            Comparison.IsNot => !answer.Holds(check.Part, value => value == check.Value),
            Comparison.AtLeast => answer.Holds(check.Part, value => value >= check.Value),
            _ => answer.Holds(check.Part, value => value <= check.Value),
        };
    }
}
