using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Markets;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Messaging;

namespace EventOps.Drills;

/// <summary>A hall of a drill: stands of two kinds, an extra of which there are too few, and exhibitors who have their mails.</summary>
internal sealed record Fairground(
    string Slug, Guid EventId, IReadOnlyList<Guid> Stands, IReadOnlyList<Guid> Categories, Guid Table, int Stock,
    IReadOnlyList<Guid> Exhibitors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static string AddressOf(int number) => $"exhibitor{number}@drill.example";

    public static async Task<Fairground> Build(TwoHosts hosts, int stands, int exhibitors)
    {
        var slug = (await hosts.Plan("market", 1)).Slug;
        var (eventId, stock) = (await hosts.EventId(slug), stands / 2);
        while (await hosts.Database.Read<Guid?>($"select event_id from marketplace.events where slug = '{slug}'") is null) await Task.Delay(100);
        Category[] kinds = [new(Guid.NewGuid(), new("Standard", "Standard"), 0, 0), new(
            Guid.NewGuid(), new("Ecke", "Corner"), 0, 1)];
        var stream = Plan.Stream(eventId);
        var work = new Work().On(stream, Plan.Decider, new DrawPlan(eventId, new(40, 4 * (stands / 9 + 2))));
        foreach (var kind in kinds) work.On(stream, Plan.Decider, new PutCategory(kind));
        var drawn = Enumerable.Range(0, stands).Select(at => new PlannedStand(
            Guid.NewGuid(), $"A{at + 1}", new(1 + at % 9 * 4, 1 + at / 9 * 4, 3, 2), kinds[at % 5 == 0 ? 1 : 0].Id, null, null, 0,
            false, [])).ToList();
        foreach (var stand in drawn) work.On(stream, Plan.Decider, new PutStand(stand))
            .On(Stand.Stream(stand.Id), Stand.Decider, new OpenStand(eventId));
        // A minute is the shortest hold; the shorter it is, the more of them end while the drill looks on.
        var terms = MarketTerms.Usual with { IsOpen = true, HoldMinutes = 1, LongestMinutes = 2, OfferHours = 1 };
        var extra = Guid.NewGuid();
        work.On(Market.Stream(eventId), Market.Decider, new SetMarketTerms(eventId, Organisations.First, terms))
            .On(Extra.Stream(extra), Extra.Decider, new OfferExtra(eventId, new(new("Tisch", "Table"), 0, stock, 2, ExtraKind.Thing)));
        Accept(await hosts.Store.Handle(work));
        var people = Enumerable.Range(0, exhibitors).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(people.Select((id, number) => hosts.Store.Handle(new Work()
            .On(Exhibitor.Stream(id), Exhibitor.Decider, new SignUpExhibitor(eventId))
            .Then(commit =>
            {
                commit.Write(new PersonalRow(id, eventId, $"Exhibitor {number}", "Drill", AddressOf(number), "", "en"));
                commit.Publish(new ExhibitorMailDue(id, eventId, ExhibitorMail.Link), Exhibitor.Stream(id));
            }))));
        return new(slug, eventId, [.. drawn.Select(stand => stand.Id)], [.. kinds.Select(kind => kind.Id)], extra, stock, people);
    }

    /// <summary>Until everybody has the mail with their link.</summary>
    public async Task Mailed(MailSink mails)
    {
        for (var until = DateTime.UtcNow + s_patience; mails.Links.Count < Exhibitors.Count; await Task.Delay(200))
        {
            if (DateTime.UtcNow > until) throw new TimeoutException($"{mails.Links.Count} of {Exhibitors.Count} links came.");
        }
    }

    private static void Accept(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"The drill's hall was refused: {refusal}");
    }
}
