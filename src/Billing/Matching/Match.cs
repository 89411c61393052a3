using System.Text.RegularExpressions;

namespace EventOps.Billing.Matching;

/// <summary>
/// Finds what a payment is for: by payment reference, then invoice number, then booking; amount and name only suggest. Blanks,
/// hyphens and leading noughts do not matter, nor that a bank cut the text into pieces.
/// </summary>
public static partial class Match
{
    private const int MostSuggestions = 5;
    private const string Between = @"[\s\-/._]*";
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    /// <summary>What it may be for, the surest first.</summary>
    public static IReadOnlyList<Proposal> Find(
        decimal amount, string payerName, IReadOnlyList<string> pieces, IReadOnlyList<BillToMatch> bills)
    {
        // Pieces may part a word or stand for words of their own: both are tried.
        string[] texts = [string.Join(' ', pieces).ToUpperInvariant(), string.Concat(pieces).ToUpperInvariant()];
        var bare = Bare(texts[1]);
        foreach (var (clue, named) in (ReadOnlySpan<(Clue, Func<BillToMatch, string>)>)
            [(Clue.Rf, bill => bill.Rf), (Clue.Number, bill => bill.Number), (Clue.Booking, bill => bill.Reference)])
        {
            // Most bills are out of the question at a glance: only the others are looked at closely.
            var found = bills.Where(bill => bare.Contains(Bare(named(bill)), StringComparison.Ordinal))
                .Where(bill => IsNamed(named(bill), clue, texts)).ToList();
            if (found.Count > 0) return Named(amount, clue, found);
        }

        return [.. Suggested(amount, payerName, bills).Take(MostSuggestions)];
    }

    private static List<Proposal> Named(decimal amount, Clue clue, List<BillToMatch> found)
    {
        var open = found.Where(bill => bill.Outstanding > 0).ToList();
        if (open.Count > 1 && open.Sum(bill => bill.Outstanding) == amount) return [new(open, clue, true)];
        // Several have the same booking: the one whose amount fits, if it is the only one.
        var fitting = found.Where(bill => bill.Outstanding == amount).ToList();
        return fitting.Count == 1 ? [new(fitting, clue, true)]
            : [.. found.OrderByDescending(bill => bill.Outstanding)
                .Select(bill => new Proposal([bill], clue, found.Count == 1 && bill.Outstanding == amount))];
    }

    private static IEnumerable<Proposal> Suggested(decimal amount, string payerName, IReadOnlyList<BillToMatch> bills)
    {
        var words = Words(payerName);
        var fitting = bills.Where(bill => bill.Outstanding == amount)
            .Select(bill => (Bill: bill, Alike: Words(bill.PayerName).Intersect(words).Any()))
                .OrderByDescending(one => one.Alike);
        foreach (var (bill, alike) in fitting) yield return new([bill], alike ? Clue.AmountAndName : Clue.Amount, true);
    }

    private static bool IsNamed(string name, Clue clue, string[] texts)
    {
        if (name.Count(char.IsLetterOrDigit) < 4) return false;
        var pattern = Loosely(name, clue);
        return texts.Any(text => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, s_patience));
    }

    // OGTM-2026-0042 is found in "ogtm 2026/42", not in "OGTM-2026-00421"; RF18 539 in "RF18 0000 0539".
    private static string Loosely(string name, Clue clue)
    {
        var text = string.Concat(name.ToUpperInvariant().Where(letter => clue != Clue.Rf || char.IsLetterOrDigit(letter)));
        if (clue == Clue.Rf) return $"{Apart(text[..4])}{Between}(?:0{Between})*{Apart(text[4..].TrimStart('0'))}(?![0-9])";
        var runs = Run().Matches(text).Select(run => char.IsAsciiDigit(run.Value[0])
            ? $"(?:0{Between})*{Apart(run.Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0")}" : Apart(run.Value));
        return $"(?<![A-Z0-9]){string.Join(Between, runs)}(?![A-Z0-9])";
    }

    private static string Apart(string letters) =>
        string.Join(Between, letters.Select(letter => Regex.Escape(letter.ToString())));

    // Without what may be there or not: blanks, signs, noughts.
    private static string Bare(string text) =>
        string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) && letter != '0')).ToUpperInvariant();

    private static HashSet<string> Words(string name) =>
        [.. Regex.Split(name.ToUpperInvariant(), @"[^\p{L}\p{N}]+")
            .Where(word => word.Length > 3 && word is not ("GMBH" or "E.V." or "STADT"))];

    [GeneratedRegex(@"[0-9]+|\p{L}+")]
    private static partial Regex Run();
}
