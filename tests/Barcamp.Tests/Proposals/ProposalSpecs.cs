using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Proposals;
using EventOps.Support;
using static EventOps.Barcamp.Tests.Boards.Hall;

namespace EventOps.Barcamp.Tests.Proposals;

public class ProposalSpecs() : Specs<ProposalCommand, Proposal, ProposalEvent>(Proposal.Decider)
{
    private static readonly Guid s_event = Id(1), s_other = Id(2);
    private static readonly ProposalDrafted s_drafted = new(s_event, Anna, Wishes.None);
    private static readonly ProposalSubmitted s_submitted = new(Ten);

    [Fact]
    public void A_draft_is_begun_once()
    {
        Given().When(new DraftProposal(s_event, Anna, Wishes.None)).Then(s_drafted);
        Given(s_drafted).When(new DraftProposal(s_event, Anna, Wishes.None)).ThenNothing();
    }

    [Fact]
    public void Nobody_is_early_and_a_moderator_may_be()
    {
        Given(s_drafted).When(new SubmitProposal(Anna, Ten.AddHours(1), Ten))
            .ThenRefused(new ProposalsNotOpenYet(Ten.AddHours(1)));
        Given(s_drafted).When(new SubmitProposal(Anna, Ten, Ten)).Then(s_submitted);
        Given(s_drafted).When(new SubmitProposal(null, Ten.AddHours(1), Ten)).Then(s_submitted);
    }

    [Fact]
    public void Only_hosts_and_moderators_change_a_proposal()
    {
        Given(s_drafted, s_submitted).When(new RewordProposal(Ben)).ThenRefused(new NotYourProposal());
        Given(s_drafted, s_submitted, new HostJoined(Ben)).When(new RewordProposal(Ben)).Then(new ProposalReworded());
        Given(s_drafted, s_submitted).When(new WithdrawProposal(null)).Then(new ProposalWithdrawn());
    }

    [Fact]
    public void The_last_host_stays()
    {
        Given(s_drafted).When(new LeaveAsHost(Anna, Anna)).ThenRefused(new LastHostStays());
        Given(s_drafted, new HostJoined(Ben)).When(new LeaveAsHost(Anna, Anna)).Then(new HostLeft(Anna));
    }

    [Fact]
    public void Merging_needs_an_offer_and_a_yes()
    {
        Given(s_drafted, s_submitted).When(new AcceptMerge(s_other)).ThenRefused(new NotOffered());
        Given(s_drafted, s_submitted).When(new OfferMerge(Anna, s_other)).Then(new MergeOffered(s_other));
        Given(s_drafted, s_submitted, new MergeOffered(s_other)).When(new AcceptMerge(s_other)).Then(new MergedInto(s_other));
        Given(s_drafted, s_submitted).When(new TakeIn(Ben, s_other, [Ben])).ThenRefused(new NotYourProposal());
        Given(s_drafted, s_submitted).When(new TakeIn(Anna, s_other, [Ben])).Then(new ProposalTakenIn(s_other, [Ben]));
    }

    [Fact]
    public void A_merge_can_be_ended_by_both_sides()
    {
        Given(s_drafted, s_submitted, new MergedInto(s_other)).When(new EndMerge(s_other)).Then(new MergeEnded(s_other));
        Given(s_drafted, s_submitted, new ProposalTakenIn(s_other, [Ben])).When(new LetGo(Ben, s_other))
            .Then(new ProposalLetGo(s_other, [Ben]));
    }

    [Fact]
    public void Hosts_of_both_host_the_merged_session() => Assert.Equal(
        [Anna, Ben], Given(s_drafted, s_submitted, new ProposalTakenIn(s_other, [Ben, Anna])).State.AllHosts);
}
