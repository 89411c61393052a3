using System.Globalization;
using EventOps.Support.Consistency;

namespace EventOps.Drills;

/// <summary>How a drill runs.</summary>
/// <param name="Quick">Shorter, for every day.</param>
/// <param name="PlantedBug">A bug to be found: with it the drill has to fail. Null for none.</param>
/// <param name="Report">Where the results go.</param>
internal sealed record Setting(bool Quick, string? PlantedBug, Report Report);

/// <summary>What a drill prints: figures, and every broken promise.</summary>
internal sealed class Report(string drill, TextWriter output)
{
    private const int MostShown = 20;
    private int _violations;

    public bool Broken => _violations > 0;

    public void Figure(string what, double number, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FIGURE {drill}.{what} {number:0.###} {unit}"));

    public void Check(IEnumerable<Violation> violations)
    {
        foreach (var violation in violations)
        {
            if (_violations++ < MostShown) output.WriteLine($"BROKEN {violation}");
        }
    }

    /// <summary>The last line of figures.</summary>
    public void Violations() => Figure("violations", _violations, "violations");
}
