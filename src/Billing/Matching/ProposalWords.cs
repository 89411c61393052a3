using EventOps.Ui;

namespace EventOps.Billing.Matching;

/// <summary>Says what a payment may be for, why, and what would be left.</summary>
internal static class ProposalWords
{
    private static TextSource T => MatchingTexts.Of;

    public static string Of(Proposal proposal, decimal amount)
    {
        var numbers = string.Join(", ", proposal.Bills.Select(bill => bill.Number));
        var difference = amount - proposal.Bills.Sum(bill => bill.Outstanding);
        var rest = proposal.Bills.Any(bill => bill.Ended) ? T["rest.ended"]
            : difference > 0 ? T["rest.over", Say.Euro(difference)] : difference < 0 ? T["rest.under", Say.Euro(-difference)]
                : "";
        return $"{numbers} ({T[$"clue.{proposal.Clue}"]}{(rest.Length > 0 ? $"; {rest}" : "")})";
    }
}
