using EventOps.Billing.Money;
using EventOps.Contracts;

namespace EventOps.Billing.Sellers;

/// <summary>How one kind of thing is taxed from a day on.</summary>
/// <param name="For">What is sold.</param>
/// <param name="From">The first day of service that it holds for.</param>
/// <param name="Category">S, E or O; AE follows from the buyer.</param>
/// <param name="Rate">Percent; 0 but for S.</param>
/// <param name="Reason">Why there is no tax, as it is printed; empty for S.</param>
public sealed record TaxRule(BilledFor For, DateOnly From, TaxCategory Category, decimal Rate, LocalizedText Reason);

/// <summary>How an organisation bills.</summary>
/// <param name="DaysToPay">From the day of the invoice.</param>
/// <param name="NumberPattern">See <see cref="NumberSeries.NumberPattern"/>.</param>
/// <param name="ReminderDays">Days after the last day to pay on which a reminder may go out.</param>
/// <param name="RemindsItself">Whether reminders go out without anybody's click.</param>
/// <param name="Rules">Taxes, by kind and day.</param>
public sealed record BillingTerms(
    int DaysToPay, string NumberPattern, IReadOnlyList<int> ReminderDays, bool RemindsItself, IReadOnlyList<TaxRule> Rules)
{
    /// <summary>The rule for a kind of thing on a day of service; null where nobody set one.</summary>
    public TaxRule? RuleFor(BilledFor kind, DateOnly day) =>
        Rules.Where(rule => rule.For == kind && rule.From <= day).MaxBy(rule => rule.From);
}

/// <summary>What an organisation has set.</summary>
public sealed record SellerSettings(Seller Seller, BillingTerms Terms);
