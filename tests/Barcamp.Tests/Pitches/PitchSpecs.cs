using EventOps.Barcamp.Pitches;
using EventOps.Support;
using static EventOps.Barcamp.Tests.Boards.Hall;

namespace EventOps.Barcamp.Tests.Pitches;

public class PitchSpecs() : Specs<PitchCommand, Pitching, PitchEvent>(Pitching.Decider)
{
    private static readonly PitchEvent[] s_queue =
        [new RoundOpened(1), new QueueJoined(Forms, Anna), new QueueJoined(Maps, Anna), new QueueJoined(Bots, Ben)];

    [Fact]
    public void Everybody_has_a_first_turn_before_anybody_has_a_second() =>
        Assert.Equal([Forms, Bots, Maps], Given(s_queue).State.InOrder.Select(waiting => waiting.ProposalId));

    [Fact]
    public void Who_was_on_stage_waits_for_who_was_not() => Assert.Equal(
        [Bots, Maps], Given([.. s_queue, new StageTaken(Forms, Anna, Ten)]).State.InOrder.Select(waiting => waiting.ProposalId));

    [Fact]
    public void Two_moderators_who_tap_next_call_one_person()
    {
        Given(s_queue).When(new CallNext(null, Ten)).Then(new StageTaken(Forms, Anna, Ten));
        Given([.. s_queue, new StageTaken(Forms, Anna, Ten)]).When(new CallNext(null, Ten))
            .ThenRefused(new StageChangedMeanwhile());
    }

    [Fact]
    public void Who_is_not_in_the_room_goes_back_to_the_head_of_the_queue() => Assert.Equal(
        [Forms, Bots, Maps],
        Given([.. s_queue, new StageTaken(Forms, Anna, Ten), new SentBack(Forms)]).State.InOrder.Select(waiting => waiting.ProposalId));

    [Fact]
    public void A_new_round_counts_everybody_anew() => Assert.Equal(
        [Maps, Bots],
        Given([.. s_queue, new StageTaken(Forms, Anna, Ten), new RoundClosed(), new RoundOpened(2)]).State.InOrder.Select(w => w.ProposalId));

    [Fact]
    public void Hands_are_a_number_that_can_be_counted()
    {
        Given(s_queue).When(new CountHands(Forms, 42)).Then(new HandsCounted(Forms, 42));
        Given(s_queue).When(new CountHands(Forms, -1)).ThenRefused(new TooManyHands(Pitching.MostHands));
        Given([.. s_queue, new HandsCounted(Forms, 42)]).When(new CountHands(Forms, 42)).ThenNothing();
    }
}
