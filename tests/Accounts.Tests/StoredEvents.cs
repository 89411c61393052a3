using EventOps.EventStore;
using EventOps.Support;

namespace EventOps.Accounts.Tests;

public class StoredEvents
{
    [Fact]
    public void Every_stored_event_looks_as_its_golden_file_says()
    {
        var model = new EventStoreModel();
        AccountsJson.AddEvents(model.Events);
        Golden.Check(model.Events, typeof(StoredEvents).Assembly);
    }
}
