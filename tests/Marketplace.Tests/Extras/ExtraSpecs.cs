using EventOps.Marketplace.Extras;
using EventOps.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Marketplace.Tests.Extras;

public class ExtraSpecs() : Specs<ExtraCommand, Extra, ExtraEvent>(Extra.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_event = Guid.NewGuid(), s_anna = Guid.NewGuid(), s_ben = Guid.NewGuid();
    private static readonly ExtraOffer s_tables = new(new("Tisch", "Table"), 15, 5, 4, ExtraKind.Thing);
    private static readonly ExtraOffered s_offered = new(s_event, s_tables);

    private static readonly Gen<(int Kind, int Who, int Count, int Minutes)> s_click = Gen.Choose(0, 4).SelectMany(kind => Gen.Choose(0, 5).SelectMany(
        who => Gen.Choose(0, 5).SelectMany(count => Gen.Choose(0, 20).Select(minutes => (kind, who, count, minutes)))));

    [Fact]
    public void Nobody_gets_what_is_not_there()
    {
        Given(s_offered).When(Take(s_anna, 4)).Then(new ExtraTaken(s_anna, 4, s_now.AddMinutes(30)));
        Given(s_offered).When(Take(s_anna, 5)).ThenRefused(new TooFewLeft(s_tables.Name, 4));
        Given(s_offered, Taken(s_anna, 4)).When(Take(s_ben, 2)).ThenRefused(new TooFewLeft(s_tables.Name, 1));
        Given(s_offered, Taken(s_anna, 4)).When(Take(s_anna, 3)).Then(new ExtraTaken(s_anna, 3, s_now.AddMinutes(30)));
    }

    [Fact]
    public void What_was_overdue_is_free_again() =>
        Given(s_offered, new ExtraTaken(s_anna, 4, s_now)).When(Take(s_ben, 4)).Then(Taken(s_ben, 4));

    [Fact]
    public void Who_is_late_keeps_it_only_if_it_is_still_there()
    {
        Given(s_offered, new ExtraTaken(s_anna, 3, s_now.AddMinutes(-1))).When(new KeepExtra(s_anna, 3, s_now))
            .Then(new ExtraKept(s_anna, 3));
        Given(s_offered, new ExtraTaken(s_anna, 3, s_now.AddMinutes(-1)), Taken(s_ben, 4)).When(new KeepExtra(s_anna, 3, s_now))
            .ThenRefused(new TooFewLeft(s_tables.Name, 1));
    }

    [Fact]
    public void The_stock_cannot_sink_below_what_is_promised()
    {
        Given(s_offered, new ExtraKept(s_anna, 3)).When(new ChangeExtra(s_tables with { Stock = 2 }))
            .ThenRefused(new StockTooSmall(3));
        Given(s_offered, new ExtraKept(s_anna, 3)).When(new ChangeExtra(s_tables with { Stock = 3 }))
            .Then(new ExtraChanged(s_tables with { Stock = 3 }));
    }

    [Fact]
    public void What_is_withdrawn_nobody_takes_and_nobody_loses()
    {
        Given(s_offered, new ExtraKept(s_anna, 3), new ExtraWithdrawn()).When(Take(s_ben, 1)).ThenRefused(new ExtraNotFound());
        Given(s_offered, Taken(s_anna, 3), new ExtraWithdrawn()).When(new KeepExtra(s_anna, 3, s_now))
            .Then(new ExtraKept(s_anna, 3));
    }

    [Fact]
    public void Never_more_than_the_stock_whatever_people_click() => Prop.ForAll(s_click.ListOf().ToArbitrary(), clicks =>
    {
        var (extra, now) = (Extra.Evolve(Extra.Decider.Initial, s_offered), s_now);
        foreach (var (kind, who, count, minutes) in clicks)
        {
            now = now.AddMinutes(minutes);
            var hold = new Guid(who, 0, 0, new byte[8]);
            ExtraCommand command = kind switch
            {
                0 or 1 => new TakeExtra(hold, count, now, now.AddMinutes(30)),
                2 => new KeepExtra(hold, Math.Max(1, count), now),
                3 => new DropExtra(hold),
                _ => new ExtendExtra(hold, now.AddMinutes(30)),
            };
            // An overdue share is extended only together with the stand's hold, which the stand refuses.
            if (command is ExtendExtra && extra.Shares.GetValueOrDefault(hold)?.Binds(now) != true) continue;
            extra = Extra.Decide(command, extra).Events.Aggregate(extra, Extra.Evolve);
            if (extra.Left(now) < 0 || extra.Kept > s_tables.Stock) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static TakeExtra Take(Guid who, int count) => new(who, count, s_now, s_now.AddMinutes(30));

    private static ExtraTaken Taken(Guid who, int count) => new(who, count, s_now.AddMinutes(30));
}
