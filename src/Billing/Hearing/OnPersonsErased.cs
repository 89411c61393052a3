using EventOps.Billing.Bills;
using EventOps.Billing.Keeping;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Hearing;

/// <summary>
/// People have to go: quotes of erased payers go with them. Invoices, cancellations and payments stay: the law wants them kept
/// for eight years.
/// </summary>
public static class OnPersonsErased
{
    public static async Task<Work> Handle(PersonsErased heard, Handling handling)
    {
        var quotes = await handling.Services.GetRequiredService<Retention>()
            .QuotesOf(heard.EventId, heard.SubjectIds, handling.Cancellation);
        var (work, today) = (new Work().By(handling.Metadata), Germany.Today(handling.Clock));
        foreach (var id in quotes) work.On(Bill.Stream(id), Bill.Decider, new ForgetQuote(today));
        return work.Then(commit =>
        {
            foreach (var id in quotes) commit.Tell(id, null);
            commit.Write(new Retention.Forgotten(heard.EventId, heard.SubjectIds));
        });
    }
}
