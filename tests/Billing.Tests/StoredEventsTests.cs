using EventOps.EventStore;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Billing.Tests;

public class StoredEventsTests
{
    [Fact]
    public void Every_stored_event_looks_as_its_golden_file_says()
    {
        var model = new EventStoreModel();
        using var services = new ServiceCollection().AddBilling().BuildServiceProvider();
        foreach (var add in services.GetServices<Action<EventStoreModel>>()) add(model);
        Golden.Check(model.Events, typeof(StoredEventsTests).Assembly);
    }
}
