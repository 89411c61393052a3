using EventOps.Contracts;
using EventOps.Support;
using EventOps.Surveys.Commitments;

namespace EventOps.Surveys.Tests.Commitments;

public class CommitmentSpecs() : Specs<CommitmentCommand, Commitment, CommitmentEvent>(Commitment.Decider)
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_event = Guid.NewGuid();
    private static readonly Finding s_finding = new(
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 3, new("Mitreden?", "A say?"),
        new("41 % (57 von 139)", "41 % (57 of 139)"), null);

    private static readonly Pledge s_planned = new(
        new("Sechs Werkstätten", "Six workshops"), "E- und Open-Government", "2027", null, CommitmentStatus.Planned,
        LocalizedText.Empty, true);

    private static readonly CommitmentMade s_made = new(s_event, s_finding, s_planned, 1, s_now);

    [Fact]
    public void A_promise_starts_from_a_figure()
    {
        Given().When(new MakeCommitment(s_event, s_finding, s_planned, 1, s_now)).Then(s_made);
        Given().When(new MakeCommitment(s_event, s_finding with { Figure = LocalizedText.Empty }, s_planned, 1, s_now))
            .ThenRefused(new FigureMissing());
    }

    [Fact]
    public void A_second_click_makes_no_second_promise() =>
        Given(s_made).When(new MakeCommitment(s_event, s_finding, s_planned, 2, s_now)).ThenNothing();

    [Fact]
    public void Who_declines_says_why()
    {
        var declined = s_planned with { Status = CommitmentStatus.Declined };
        var explained = declined with { Reason = new("Der Saal ist belegt.", "") };
        Given().When(new MakeCommitment(s_event, s_finding, declined, 1, s_now)).ThenRefused(new ReasonMissing());
        Given(s_made).When(new ChangePledge(declined, s_now)).ThenRefused(new ReasonMissing());
        Given(s_made).When(new ChangePledge(explained, s_now)).Then(new PledgeChanged(explained, s_now));
    }

    [Fact]
    public void What_was_said_stays_when_what_is_done_changes()
    {
        var done = s_planned with { Status = CommitmentStatus.Done };
        var state = Given(s_made, new PledgeChanged(done, s_now), new CommitmentPlaced(4)).State;
        Assert.Equal((s_finding, done, 4), (state.Finding, state.Pledge, state.Place));
    }

    [Fact]
    public void The_same_again_is_nothing()
    {
        Given(s_made).When(new ChangePledge(s_planned with { Office = s_planned.Office }, s_now)).ThenNothing();
        Given(s_made).When(new PlaceCommitment(1)).ThenNothing();
        Given(s_made).When(new PlaceCommitment(2)).Then(new CommitmentPlaced(2));
    }

    [Fact]
    public void What_was_never_made_cannot_be_changed()
    {
        Given().When(new ChangePledge(s_planned, s_now)).ThenRefused(new CommitmentNotFound());
        Given().When(new PlaceCommitment(2)).ThenRefused(new CommitmentNotFound());
    }
}
