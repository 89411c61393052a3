namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>What a placement is worth to the people who gave stars.</summary>
/// <param name="Points">All of it in one number, for comparison only.</param>
/// <param name="Visits">How often a person finds at least one starred session in a slot, summed over all.</param>
/// <param name="WithoutSeat">Stars beyond the seats of the rooms.</param>
/// <param name="WorstTenth">Of what the worst-off tenth of people could have, the share that they get: 0 to 1.</param>
/// <param name="Unplaced">Sessions without a place.</param>
public sealed record PlanScore(double Points, double Visits, double WithoutSeat, double WorstTenth, int Unplaced);

/// <summary>The proposed schedule beside others, so that its worth can be judged.</summary>
/// <param name="Before">The board as it is.</param>
/// <param name="After">With all moves.</param>
/// <param name="Random">The mean of schedules drawn by lot.</param>
/// <param name="Greedy">The most wanted first, each where it costs the others least.</param>
/// <param name="Best">A bound that no schedule can pass; often none can reach it.</param>
public sealed record Comparison(PlanScore Before, PlanScore After, PlanScore Random, PlanScore Greedy, PlanScore Best)
{
    /// <summary>How far from a draw by lot to the best that can be thought of: 0 to 1.</summary>
    public double Quality => Share(After);

    public double QualityBefore => Share(Before);

    private double Share(PlanScore score) =>
        Best.Points <= Random.Points ? 1 : Math.Max(0, (score.Points - Random.Points) / (Best.Points - Random.Points));
}

/// <summary>One step of a proposed schedule.</summary>
/// <param name="SessionId">What moves.</param>
/// <param name="From">Null from the parking lot.</param>
/// <param name="To">Its first cell.</param>
/// <param name="Chain">Moves of one chain make room for each other: taken together or not at all. Chains are independent.</param>
/// <param name="Gains">People who starred it and now can come without missing another starred session.</param>
/// <param name="Losses">People who could, and can no longer.</param>
public sealed record ProposedMove(Guid SessionId, Boards.Cell? From, Boards.Cell To, int Chain, int Gains, int Losses);
