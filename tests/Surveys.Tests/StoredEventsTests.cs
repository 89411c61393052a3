using EventOps.EventStore;
using EventOps.Support;
using EventOps.Surveys.Ballots;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Tests;

public class StoredEventsTests
{
    [Fact]
    public void Every_stored_event_looks_as_its_golden_file_says()
    {
        var model = new EventStoreModel();
        using var services = new ServiceCollection().AddSurveys(UrnKey.New).BuildServiceProvider();
        foreach (var add in services.GetServices<Action<EventStoreModel>>()) add(model);
        Golden.Check(model.Events, typeof(StoredEventsTests).Assembly);
    }
}
