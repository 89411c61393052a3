namespace EventOps.Marketplace.Plans;

/// <summary>Orders stand numbers as people count: A2 before A10.</summary>
public sealed class NumberOrder : IComparer<string>
{
    public static NumberOrder ByParts { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            var (a, b) = (Part(left, ref i), Part(right, ref j));
            var order = long.TryParse(a, out var m) && long.TryParse(b, out var n)
                ? m.CompareTo(n) : string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
            if (order != 0) return order;
        }

        return (left.Length - i).CompareTo(right.Length - j);
    }

    private static string Part(string text, ref int at)
    {
        var start = at;
        var digits = char.IsAsciiDigit(text[at]);
        while (at < text.Length && char.IsAsciiDigit(text[at]) == digits && at - start < 18) at++;
        return text[start..at];
    }
}
