namespace EventOps.Drills;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments(string Drill, bool Quick, bool Planted, string? Bug)
{
    public static Arguments? Read(string[] args)
    {
        if (args is not [var drill, .. var options]) return null;
        var asked = new Arguments(drill, false, false, null);
        foreach (var option in options)
        {
            if (option == "--quick") asked = asked with { Quick = true };
            else if (option == "--planted-bug") asked = asked with { Planted = true };
            else if (asked is { Planted: true, Bug: null } && !option.StartsWith('-')) asked = asked with { Bug = option };
            else return null;
        }

        return asked;
    }
}
