using EventOps.Marketplace.Queues;
using EventOps.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.Queues;

public class QueueSpecs() : Specs<QueueCommand, Queue, QueueEvent>(Queue.Decider)
{
    private static readonly DateTimeOffset s_until = new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_event = Guid.NewGuid(), s_anna = Guid.NewGuid(), s_ben = Guid.NewGuid(), s_hold = Guid.NewGuid(), s_stand = Guid.NewGuid();
    private static readonly QueueJoined s_first = new(s_event, s_anna), s_second = new(s_event, s_ben);
    private static readonly StandOffered s_offered = new(s_hold, s_stand, s_anna, s_until);

    private static readonly Gen<(int Kind, int Who)> s_click = Gen.Choose(0, 5)
        .SelectMany(kind => Gen.Choose(0, 5).Select(who => (kind, who)));

    [Fact]
    public void Who_came_first_is_asked_first()
    {
        Given(s_first, s_second).When(new OfferStand(s_hold, s_stand, s_ben, s_until)).ThenRefused(new NotTheirTurn());
        Given(s_first, s_second).When(new OfferStand(s_hold, s_stand, s_anna, s_until)).Then(s_offered);
        Given(s_first, s_second, s_offered).When(new OfferStand(Guid.NewGuid(), s_stand, s_anna, s_until))
            .ThenRefused(new NotTheirTurn());
    }

    [Fact]
    public void Nobody_passes_those_who_wait()
    {
        Given(s_first).When(new PassBy(s_ben)).ThenRefused(new OthersWait(1));
        Given(s_first).When(new PassBy(s_anna)).ThenNothing();
        Given().When(new PassBy(s_ben)).ThenNothing();
        // Who has an offer is thinking about that one: other free stands are not kept for them as well.
        Given(s_first, s_offered).When(new PassBy(s_ben)).ThenNothing();
    }

    [Fact]
    public void An_answer_whichever_ends_the_waiting()
    {
        Assert.Empty(Given(s_first, s_offered, new OfferEnded(s_hold, true)).State.Waiting);
        Assert.Equal([s_ben], Given(s_first, s_second, s_offered, new OfferEnded(s_hold, false)).State.Waiting);
        Given(s_first, s_offered, new OfferEnded(s_hold, false)).When(new EndOffer(s_hold, true)).ThenNothing();
    }

    [Fact]
    public void Joining_twice_keeps_the_place() => Given(s_first, s_second).When(new JoinQueue(s_event, s_anna)).ThenNothing();

    [Fact]
    public void The_order_of_coming_is_the_order_of_offers() => Prop.ForAll(s_click.ListOf().ToArbitrary(), clicks =>
    {
        var (queue, asked, joined, hold) = (Queue.Decider.Initial, new List<(Guid Who, int At)>(), new Dictionary<Guid, int>(), 0);
        foreach (var (kind, number) in clicks)
        {
            var who = new Guid(number, 0, 0, new byte[8]);
            QueueCommand command = kind switch
            {
                0 or 1 => new JoinQueue(s_event, who),
                2 => new LeaveQueue(who),
                3 or 4 => new OfferStand(new Guid(++hold, 7, 0, new byte[8]), s_stand, queue.Next ?? who, s_until),
                _ => new EndOffer(queue.Offers.Keys.FirstOrDefault(), number % 2 == 0),
            };
            foreach (var happened in Queue.Decide(command, queue).Events)
            {
                if (happened is QueueJoined j) joined[j.ExhibitorId] = joined.Count * 100 + asked.Count;
                if (happened is StandOffered o && queue.Waiting.Any(other => queue.OfferTo(other) is null && joined[other] < joined[o.ExhibitorId])) return false;
                queue = Queue.Evolve(queue, happened);
            }

            if (queue.Waiting.Distinct().Count() != queue.Waiting.Count) return false;
            if (queue.Offers.Values.GroupBy(offer => offer.ExhibitorId).Any(same => same.Count() > 1)) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
