using EventOps.Marketplace.Swaps;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Swaps;

public class SwapSpecs() : Specs<SwapCommand, Swap, SwapEvent>(Swap.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly SwapSide s_anna = Side(), s_ben = Side();
    private static readonly SwapOffered s_offered = new(s_event, s_anna, s_ben);
    private static readonly MoveAsked s_move = new(s_event, s_anna, Guid.NewGuid());

    [Fact]
    public void Only_who_is_asked_says_yes()
    {
        Given(s_offered).When(new AcceptSwap(s_anna.ExhibitorId)).ThenRefused(new NotAsked());
        Given(s_offered).When(new AcceptSwap(s_ben.ExhibitorId)).Then(new SwapAccepted());
        Given(s_move).When(new AcceptSwap(s_anna.ExhibitorId)).Then(new SwapAccepted());
        Given(s_offered, new SwapAccepted()).When(new AcceptSwap(s_ben.ExhibitorId)).ThenNothing();
    }

    [Fact]
    public void Only_who_offered_takes_it_back()
    {
        Given(s_offered).When(new WithdrawSwap(s_ben.ExhibitorId)).ThenRefused(new NotAsked());
        Given(s_offered).When(new WithdrawSwap(s_anna.ExhibitorId)).Then(new SwapWithdrawn());
        Given(s_move).When(new WithdrawSwap(s_anna.ExhibitorId)).ThenRefused(new NotAsked());
        Given(s_move).When(new WithdrawSwap(null)).Then(new SwapWithdrawn());
    }

    [Fact]
    public void What_is_over_stays_over()
    {
        Given(s_offered, new SwapDeclined()).When(new AcceptSwap(s_ben.ExhibitorId)).ThenRefused(new SwapIsOver());
        Given(s_offered, new SwapWithdrawn()).When(new AcceptSwap(s_ben.ExhibitorId)).ThenRefused(new SwapIsOver());
        Given(s_offered, new SwapAccepted()).When(new WithdrawSwap(s_anna.ExhibitorId)).ThenRefused(new SwapIsOver());
    }

    [Fact]
    public void Nobody_swaps_with_themselves() =>
        Given().When(new OfferSwap(s_event, s_anna, s_anna)).ThenRefused(new NothingToSwap());

    private static SwapSide Side() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
}
