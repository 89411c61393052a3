using System.Collections.Concurrent;
using EventOps.Barcamp.Boards;
using EventOps.Barcamp.Entering;
using EventOps.Barcamp.Interest;
using EventOps.Barcamp.Pitches;
using EventOps.EventStore;

namespace EventOps.Barcamp.Reading;

/// <summary>
/// Makes the <see cref="Plan"/> of a barcamp from its board's stream and the rows with words and names, and keeps the newest one:
/// a thousand readers of an unchanged board cost one reading.
/// </summary>
public sealed class Plans(IEventStore store, Words words, StarCounts stars, OpenProposals open)
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<Guid, Plan> _known = new();

    /// <summary>The board as it is now: for moderators, and for the version that their moves carry.</summary>
    public async Task<Plan> Newest(AtBarcamp at, CancellationToken ct) =>
        await WithStars(await Of(at, (await store.Load(Board.Stream(at.Id), Board.Decider, ct)).State, ct), at, ct);

    /// <summary>The same, with the ideas that have no session yet in the parking lot: what moderators see.</summary>
    public Task<Plan> ForModerators(AtBarcamp at, CancellationToken ct) => ForModerators(at, null, ct);

    /// <summary>The same as it was at a version of the board; words, stars and waiting ideas are today's.</summary>
    public async Task<Plan> ForModerators(AtBarcamp at, long? version, CancellationToken ct)
    {
        var stream = Board.Stream(at.Id);
        var (board, newest) = await store.Load(stream, Board.Decider, ct);
        if (version < newest) (board, _) = await store.LoadAsOf(stream, Board.Decider, version, null, ct);
        return await WithStars(await open.AddTo(await Of(at, board, ct), ct), at, ct);
    }

    /// <summary>The board as this host saw it a moment ago: for the public.</summary>
    public async Task<Plan> Recent(AtBarcamp at, CancellationToken ct) =>
        await WithStars(await Of(at, await store.Recall(Board.Stream(at.Id), Board.Decider, s_maxAge, ct), ct), at, ct);

    /// <summary>The same, with the ideas that wait for a place: for the own plan.</summary>
    public async Task<Plan> RecentWithIdeas(AtBarcamp at, CancellationToken ct) =>
        await WithStars(
            await open.AddTo(await Of(at, await store.Recall(Board.Stream(at.Id), Board.Decider, s_maxAge, ct), ct), ct), at, ct);

    private async Task<Plan> Of(AtBarcamp at, Board board, CancellationToken ct)
    {
        if (_known.TryGetValue(at.Id, out var known) && known.Version == board.Version && known.Title == at.Rules.Title)
            return known;
        var proposals = board.Sessions.Values.Select(session => session.ProposalId).Distinct().ToList();
        var texts = await words.Texts(proposals, ct);
        var names = await words.Names([.. board.Sessions.Values.SelectMany(session => session.Hosts).Distinct()], ct);
        var plan = new Plan(
            at.Id, at.Event.Slug, at.Rules.Title.IsEmpty ? at.Event.Name : at.Rules.Title, at.Event.TimeZone, board.Version,
            board.Sessions.Values.Select(session => session.ChangedAt).DefaultIfEmpty(at.Event.StartsAt).Max(),
            board.Rooms, board.Slots, board.Locked,
            [.. board.Sessions.Values.Where(session => texts.GetValueOrDefault(session.ProposalId) is { Hidden: false })
                .OrderBy(session => session.ChangedIn).ThenBy(session => session.Id)
                .Select(session => Session(session, texts[session.ProposalId], names))]);
        // A slower reader must not put an older board back.
        return _known.AddOrUpdate(at.Id, plan, (_, other) => other.Version > plan.Version ? other : plan) is { } newest
            && newest.Version == plan.Version ? newest : plan;
    }

    private static PlannedSession Session(Session session, Words.Text text, IReadOnlyDictionary<Guid, string> names) => new(
        session.Id, session.ProposalId, text.Title, text.Summary, text.Language, text.Tags,
        [.. session.Hosts.Select(host => new PlannedHost(host, names.GetValueOrDefault(host, "")))],
        session.Cell, session.State, session.Sequence, session.ChangedAt, session.ChangedIn, session.Wishes, session.Pinned,
        session.RepeatOf, null);

    private async Task<Plan> WithStars(Plan plan, AtBarcamp at, CancellationToken ct)
    {
        var counts = await stars.Of(plan.EventId, ct);
        var pitched = at.Rules.BlindUntilPitch
            ? (await store.Recall(Pitching.Stream(at.Id), Pitching.Decider, s_maxAge, ct)).Pitched : null;
        return plan with
        {
            Sessions = [.. plan.Sessions.Select(session => pitched?.Contains(session.ProposalId) == false
                ? session
                : session with { Stars = counts.GetValueOrDefault(session.ProposalId)?.People ?? 0 })],
        };
    }
}
