using System.Collections.Concurrent;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests;

/// <summary>
/// This module alone behind real HTTP over a database of its own: store, bus, daemon, look, and callers that a request header
/// names. Share one per test class; tests make events of their own in it.
/// </summary>
public sealed class RegistrationHost() : ModuleHost(new(2026, 11, 23, 8, 3, 0, TimeSpan.Zero), "https://veranstaltung.example")
{
    public static readonly Guid City = Organisations.First;

    /// <summary>What other modules were told of events.</summary>
    public ConcurrentQueue<EventChanged> Heard { get; } = new();

    protected override void Add(IServiceCollection services) => services.AddRegistration()
        .AddKeyedSingleton<ILetter, TestLetter>(TestLetter.Name)
        .AddKeyedSingleton<IPeople, TeamNames>(IPeople.StandTeams)
        .AddToMessaging(bus => bus.On<EventChanged>("test.hear-of-events", (told, _) =>
        {
            Heard.Enqueue(told);
            return new Work();
        }));

    protected override void Map(WebApplication app) => app.MapRegistration();
}
