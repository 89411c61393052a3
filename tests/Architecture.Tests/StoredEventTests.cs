using System.Collections;
using EventOps.Accounts;
using EventOps.Barcamp;
using EventOps.Billing;
using EventOps.EventStore;
using EventOps.Marketplace;
using EventOps.Messaging;
using EventOps.Registration;
using EventOps.Surveys;
using EventOps.Surveys.Ballots;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Architecture.Tests;

/// <summary>What lasts for ever names nobody.</summary>
public sealed class StoredEventTests
{
    private static readonly string[] s_personal =
        ["GivenName", "FamilyName", "FullName", "DisplayName", "Email", "Mail", "Phone", "Street", "Birthday", "Answers", "Password"];

    private static readonly EventStoreModel s_model = Model();

    [Fact]
    public void No_stored_event_has_room_for_a_person() => Assert.Empty(
        s_model.Events.All.SelectMany(known => Personal(known.Type, [])));

    [Fact]
    public void The_check_finds_a_name_in_a_nested_part() => Assert.NotEmpty(Personal(typeof(Leaky), []));

    [Fact]
    public void Stored_names_carry_module_and_version() => Assert.All(
        s_model.Events.All, known => Assert.Matches(@"^(registration|barcamp|surveys|marketplace|billing|accounts)\.[a-z-]+\.v\d+$", known.Name));

    private static IEnumerable<string> Personal(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.Namespace?.StartsWith("EventOps", StringComparison.Ordinal) != true) return [];
        return type.GetProperties().SelectMany(property => s_personal.Contains(property.Name)
            ? [$"{type.Name}.{property.Name}"]
            : Personal(ElementOf(property.PropertyType), seen));
    }

    private static Type ElementOf(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType
            ? type.GetGenericArguments()[0] : type;

    private static EventStoreModel Model()
    {
        var services = new ServiceCollection();
        services.AddEventStore().AddMessaging().AddRegistration().AddBarcamp().AddSurveys(UrnKey.New).AddMarketplace()
            .AddBilling().AddAccounts();
        var model = new EventStoreModel();
        foreach (var module in services.Where(service => service.ServiceType == typeof(Action<EventStoreModel>)))
            (module.ImplementationInstance as Action<EventStoreModel>)?.Invoke(model);
        return model;
    }

    private sealed record Leaky(IReadOnlyList<Part> Parts);

    private sealed record Part(string Email);
}
