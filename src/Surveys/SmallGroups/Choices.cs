namespace EventOps.Surveys.SmallGroups;

/// <summary>The options of a question with several answers: who did not choose one is as much a group as who did.</summary>
/// <remarks>The number of all crosses must not be shown beside it: it would be one more equation.</remarks>
public static class Choices
{
    public static OneWay Protect(IReadOnlyList<int> counts, int @base, Threshold threshold) => new(
        Shown<int>.When(threshold.Allows(@base), @base),
        [.. counts.Select(count => Shown<int>.When(threshold.Allows(count) && threshold.Allows(@base - count), count))]);
}
