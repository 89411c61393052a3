using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.DrawingThePlan;

/// <summary>Stands in rows with an aisle before, between and behind them: how most halls begin.</summary>
/// <param name="Rows">How many, each with the next letter.</param>
/// <param name="Columns">Stands in a row.</param>
/// <param name="Stand">Size of each.</param>
/// <param name="Aisle">Width of the aisles, in metres.</param>
/// <param name="First">Number of the first stand: letters go on by row, digits by column.</param>
/// <param name="Top">Where the first row begins, below what is drawn already.</param>
public sealed record Grid(int Rows, int Columns, Area Stand, decimal Aisle, string First, decimal Top)
{
    /// <summary>What the floor has to be for all of it.</summary>
    public Area Floor => new(Columns * Stand.Width + 2 * Aisle, Top + Rows * Stand.Depth + Rows * Aisle);

    /// <summary>Number and place of each stand.</summary>
    public IEnumerable<(string Number, Box Box)> Places()
    {
        var letters = First.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var start = int.Parse(First.AsSpan(letters.Length), System.Globalization.CultureInfo.InvariantCulture);
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                // Without a letter the numbers run on from row to row.
                var number = letters.Length > 0 ? $"{Letters(letters, row)}{start + column}"
                    : $"{start + row * Columns + column}";
                yield return (number, new(Aisle + column * Stand.Width, Top + row * (Stand.Depth + Aisle), Stand.Width,
                    Stand.Depth));
            }
    }

    public static bool IsFirst(string number) =>
        StandNumber.Tidy(number) is not null && number.Length <= 6 && char.IsAsciiDigit(number[^1])
        && number.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').All(char.IsAsciiLetter);

    // A, B ... Z, AA, AB ...; a prefix before the last letter stays until it runs over.
    private static string Letters(string first, int row)
    {
        var value = first.ToUpperInvariant().Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) + row;
        var letters = "";
        for (; value > 0; value = (value - 1) / 26) letters = (char)('A' + (value - 1) % 26) + letters;
        return letters;
    }
}
