using EventOps.Marketplace.Issues;
using EventOps.Support;

namespace EventOps.Marketplace.Tests.Issues;

public class IssueSpecs() : Specs<IssueCommand, Issue, IssueEvent>(Issue.Decider)
{
    private const string Ada = "ada", Bob = "bob";
    private static readonly Guid s_stand = Guid.NewGuid();
    private static readonly IssueReported s_reported = new(Guid.NewGuid(), s_stand, null);

    [Fact]
    public void It_is_reported_once() =>
        Given(s_reported).When(new ReportIssue(s_reported.EventId, s_stand, null)).ThenNothing();

    [Fact]
    public void One_takes_it_and_the_next_learns_of_that()
    {
        Given(s_reported).When(new TakeIssue(Ada, false)).Then(new IssueTaken(Ada));
        Given(s_reported, new IssueTaken(Ada)).When(new TakeIssue(Ada, false)).ThenNothing();
        Given(s_reported, new IssueTaken(Ada)).When(new TakeIssue(Bob, false)).ThenRefused(new IssueIsTaken());
        Given(s_reported, new IssueTaken(Ada)).When(new TakeIssue(Bob, true)).Then(new IssueTaken(Bob));
    }

    [Fact]
    public void It_is_solved_once_and_can_be_opened_again()
    {
        Given(s_reported).When(new SolveIssue(Bob)).Then(new IssueSolved(Bob));
        Given(s_reported, new IssueSolved(Bob)).When(new SolveIssue(Ada)).ThenNothing();
        Given(s_reported, new IssueSolved(Bob)).When(new TakeIssue(Ada, true)).ThenRefused(new IssueIsSolved());
        Given(s_reported, new IssueSolved(Bob)).When(new ReopenIssue()).Then(new IssueReopened());
        Given(s_reported).When(new ReopenIssue()).ThenNothing();
    }

    [Fact]
    public void It_moves_to_where_it_really_is() => Given(s_reported).When(new MoveIssue(null)).Then(new IssueMoved(null));

    [Fact]
    public void Nothing_happens_to_what_nobody_reported() => Given().When(new SolveIssue(Ada)).ThenRefused(new IssueNotFound());
}
