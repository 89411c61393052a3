using EventOps.Billing.Bills;
using EventOps.Billing.Documents;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Cancelling;

/// <summary>Money of a cancelled bill pays its fee: it left the one bill and arrives at the other.</summary>
public sealed record MoneyMoved(Guid FromBillId, Guid ToBillId, decimal Amount, DateOnly On)
{
    public const string StoredName = "billing.money-moved.v1";
}

/// <summary>The money arrives.</summary>
public static class OnMoneyMoved
{
    public static async Task<Work> Handle(MoneyMoved moved, Handling handling)
    {
        var number = await handling.Services.GetRequiredService<DocumentRows>().NumberOf(moved.ToBillId, handling.Cancellation);
        return new Work().By(handling.Metadata)
            .On(Bill.Stream(moved.ToBillId), Bill.Decider,
                new ReceiveMoney(MessageId.Of($"moved {moved.FromBillId}"), moved.Amount, moved.On))
            .Then(commit => commit.Tell(moved.ToBillId, number));
    }
}
