using EventOps.Surveys.Reporting;
using Microsoft.Extensions.Primitives;

namespace EventOps.Surveys.ReadingTheReport;

/// <summary>Why there is nothing to see of a group.</summary>
public enum GroupRefusal
{
    Unknown,
    TooMany,
    TooSmall,
}

/// <summary>What an address asks for: the conditions of a group, or why there is none to see.</summary>
public sealed record Chosen(IReadOnlyList<GroupCondition> Conditions, GroupRefusal? Refusal)
{
    public static Chosen Of(Groups groups, StringValues asked)
    {
        string[] keys = [.. asked.OfType<string>().Where(key => key.Length > 0).Distinct()];
        GroupCondition[] found = [.. keys.Select(groups.Find).OfType<GroupCondition>()];
        if (found.Length < keys.Length) return new(found, GroupRefusal.Unknown);
        if (found.Length > Groups.MostConditions) return new(found, GroupRefusal.TooMany);
        return new(found, groups.MayAnswer(found) ? null : GroupRefusal.TooSmall);
    }
}
