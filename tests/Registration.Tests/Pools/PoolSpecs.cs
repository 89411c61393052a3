using EventOps.Registration.Pools;
using EventOps.Support;

namespace EventOps.Registration.Tests.Pools;

public class PoolSpecs() : Specs<PoolCommand, Pool, PoolEvent>(Pool.Decider)
{
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly Guid s_ada = Guid.NewGuid();
    private static readonly Guid s_ben = Guid.NewGuid();
    private static readonly Guid s_cem = Guid.NewGuid();
    private static readonly DateTimeOffset s_tomorrow = new(2017, 10, 13, 8, 0, 0, TimeSpan.Zero);
    private static readonly PoolEvent[] s_two = [new PoolOpened(s_event, 2)];
    private static readonly PoolEvent[] s_held = [.. s_two, new PlacesTaken([s_ada, s_ben], s_tomorrow)];

    [Fact]
    public void A_pool_is_opened_once()
    {
        Given().When(new OpenPool(s_event, 2)).Then(new PoolOpened(s_event, 2));
        Given(s_two).When(new OpenPool(s_event, 2)).ThenNothing();
    }

    [Fact]
    public void A_pool_belongs_to_one_event() =>
        Given(s_two).When(new OpenPool(Guid.NewGuid(), 2)).ThenRefused(new PoolOfAnotherEvent());

    [Fact]
    public void No_pool_has_fewer_than_no_places()
    {
        Given().When(new OpenPool(s_event, -1)).ThenRefused(new NegativeCapacity());
        Given(s_two).When(new ChangeCapacity(-1)).ThenRefused(new NegativeCapacity());
    }

    [Fact]
    public void Nobody_takes_a_place_where_there_is_no_pool() =>
        Given().When(new TakePlaces([s_ada], null)).ThenRefused(new PoolNotFound());

    [Fact]
    public void Places_are_taken_together() =>
        Given(s_two).When(new TakePlaces([s_ada, s_ben], null)).Then(new PlacesTaken([s_ada, s_ben], null));

    [Fact]
    public void Never_more_places_are_given_than_there_are()
    {
        Given(s_two).When(new TakePlaces([s_ada, s_ben, s_cem], null)).ThenRefused(new SoldOut(2, 3));
        Given(s_held).When(new TakePlaces([s_cem], null)).ThenRefused(new SoldOut(0, 1));
    }

    [Fact]
    public void Who_has_a_place_takes_no_second_one()
    {
        Given(s_held).When(new TakePlaces([s_ada, s_ben], null)).ThenNothing();
        Given([.. s_two, new PlacesTaken([s_ada], null)]).When(new TakePlaces([s_ada, s_ben], null))
            .Then(new PlacesTaken([s_ben], null));
    }

    [Fact]
    public void Held_places_are_confirmed_once()
    {
        Given(s_held).When(new ConfirmPlaces([s_ada])).Then(new PlacesConfirmed([s_ada]));
        Given([.. s_held, new PlacesConfirmed([s_ada])]).When(new ConfirmPlaces([s_ada, s_ben]))
            .Then(new PlacesConfirmed([s_ben]));
        Given([.. s_held, new PlacesConfirmed([s_ada])]).When(new ConfirmPlaces([s_ada])).ThenNothing();
    }

    [Fact]
    public void A_place_that_went_back_is_not_confirmed() =>
        Given([.. s_held, new PlacesReleased([s_ada])]).When(new ConfirmPlaces([s_ada, s_ben]))
            .ThenRefused(new PlacesNoLongerHeld());

    [Fact]
    public void A_place_goes_back_once_and_is_free_again()
    {
        Given(s_held).When(new ReleasePlaces([s_ada, s_cem])).Then(new PlacesReleased([s_ada]));
        Given([.. s_held, new PlacesReleased([s_ada])]).When(new ReleasePlaces([s_ada])).ThenNothing();
        Given([.. s_held, new PlacesReleased([s_ada])]).When(new TakePlaces([s_cem], null)).Then(new PlacesTaken([s_cem], null));
    }

    [Fact]
    public void Only_places_that_nobody_confirmed_lapse()
    {
        Given([.. s_held, new PlacesConfirmed([s_ada])]).When(new LapsePlaces([s_ada, s_ben])).Then(new PlacesReleased([s_ben]));
        Given([.. s_two, new PlacesTaken([s_ada], null)]).When(new LapsePlaces([s_ada])).ThenNothing();
    }

    [Fact]
    public void Capacity_grows_and_shrinks_down_to_what_is_taken()
    {
        Given(s_held).When(new ChangeCapacity(5)).Then(new PoolCapacityChanged(5));
        Given(s_held).When(new ChangeCapacity(2)).ThenNothing();
        Given(s_held).When(new ChangeCapacity(1)).ThenRefused(new FewerPlacesThanTaken(2));
    }
}

public class PoolContract() : DeciderContract<PoolCommand, Pool, PoolEvent>(Pool.Decider);
