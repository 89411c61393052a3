using EventOps.Contracts;
using EventOps.Marketplace.Markets;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Markets;

public class MarketSpecs() : Specs<MarketCommand, Market, MarketEvent>(Market.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid();

    [Theory]
    [InlineData(200, 0)]
    [InlineData(61, 0)]
    [InlineData(60, 25)]
    [InlineData(29, 25)]
    [InlineData(28, 50)]
    [InlineData(8, 50)]
    [InlineData(7, 100)]
    [InlineData(0, 100)]
    public void Giving_back_costs_more_the_later(int days, int percent) => Assert.Equal(percent, MarketTerms.Usual.FeeAt(days));

    [Fact]
    public void Rules_that_contradict_are_refused()
    {
        var usual = MarketTerms.Usual;
        Given().When(Set(usual)).Then(new MarketTermsSet(s_event, Organisations.First, usual));
        Given().When(Set(usual with { Cancelling = [new(7, 50), new(28, 25)] })).ThenRefused(new TermsContradict());
        Given().When(Set(usual with { LongestMinutes = 10 })).ThenRefused(new TermsContradict());
        Given(new MarketTermsSet(s_event, Organisations.First, usual))
            .When(Set(usual with { Cancelling = [.. usual.Cancelling] })).ThenNothing();
    }

    private static SetMarketTerms Set(MarketTerms terms) => new(s_event, Organisations.First, terms);
}
