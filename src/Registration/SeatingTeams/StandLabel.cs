using EventOps.Ui;

namespace EventOps.Registration.SeatingTeams;

/// <summary>What badge and ticket say of the stand that somebody works at.</summary>
public static class StandLabel
{
    private static readonly TextSource T = Texts.Of;

    /// <summary>Behind the organisation, in the line below the name: "Stadtwerke, Stand A12".</summary>
    /// <param name="organisation">May be empty.</param>
    /// <param name="stands">Numbers of the stands; null for everybody who works at none.</param>
    public static string After(string organisation, string? stands) => stands is null ? organisation
        : organisation.Length == 0 ? T["stand.at", stands] : $"{organisation}, {T["stand.at", stands]}";
}
