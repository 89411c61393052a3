using System.Collections.Concurrent;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Interest;
using EventOps.EventStore;
using EventOps.Support.Consistency;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Drills;

/// <summary>People who give more stars than they have, each star twice and at both hosts at once.</summary>
internal sealed class Ballots(ServiceProvider[] hosts, Guid eventId, History history)
{
    private const int Budget = 8;
    private const int Tries = 12;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, byte>> _given = new();

    public async Task Run(int voters)
    {
        var (board, _) = await hosts[0].GetRequiredService<IEventStore>().Load(Board.Stream(eventId), Board.Decider);
        var proposals = board.Sessions.Values.Select(session => session.ProposalId).Order().ToList();
        await Parallel.ForEachAsync(Enumerable.Range(0, voters), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, ct) =>
        {
            var (random, ticket) = (new Random(number), Guid.NewGuid());
            var wanted = proposals.OrderBy(_ => random.Next()).Take(Tries).SelectMany(id => new[] { id, id }).ToList();
            await Task.WhenAll(wanted.Select((id, i) => Give(number, ticket, id, hosts[i % hosts.Length], ct)));
        });
    }

    /// <summary>Nobody has more than the budget, nobody lost a star that was acknowledged, nobody has one that was refused.</summary>
    public async Task<IReadOnlyList<Violation>> Check()
    {
        var violations = new List<Violation>();
        foreach (var (ticket, given) in _given)
        {
            var stored = await hosts[0].GetRequiredService<Stars>().Of(eventId, ticket, default);
            if (stored.Count > Budget) violations.Add(new("C5", $"Somebody has {stored.Count} stars of {Budget}."));
            violations.AddRange(
                given.Keys.Except(stored).Select(_ => new Violation("C1", "A star that was acknowledged is lost.")));
            violations.AddRange(stored.Except(given.Keys).Select(_ => new Violation("C1", "A star that was refused is there.")));
        }

        return violations;
    }

    private Task<Op> Give(int number, Guid ticket, Guid proposal, ServiceProvider host, CancellationToken ct) =>
        history.Record(number + 1000, "star", $"{ticket}.{proposal}", async () =>
        {
            var answer = await host.GetRequiredService<Stars>().Set(eventId, proposal, ticket, give: true, Budget, ct);
            if (answer == Stars.Answer.Done) _given.GetOrAdd(ticket, _ => new()).TryAdd(proposal, 0);
            return (answer == Stars.Answer.Done ? Result.Ok : Result.Fail, null);
        });
}
