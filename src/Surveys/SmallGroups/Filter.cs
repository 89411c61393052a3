namespace EventOps.Surveys.SmallGroups;

/// <summary>Conditions that hold together, and whom they leave; the order in which they were said does not matter.</summary>
internal sealed record Filter(string Key, Condition[] Conditions)
{
    public Members Members { get; set; } = Members.Where(0, _ => false);

    public IEnumerable<int> Questions => Conditions.Select(one => one.Question);

    public static Filter Of(Condition[] conditions)
    {
        Condition[] ordered = [.. conditions.OrderBy(one => one.Question).ThenBy(one => one.Option)];
        return new(string.Join(' ', ordered.Select(one => $"{one.Question}:{one.Option}")), ordered);
    }

    public bool Equals(Filter? other) => other?.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
