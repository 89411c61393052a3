using EventOps.Barcamp.Boards;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Barcamp.TellingStarrers;

/// <summary>
/// Asks for one mail to each person who wishes it and starred a session that is elsewhere now. What moved again since has a
/// message of its own and waits for that.
/// </summary>
public static class OnMovesMade
{
    public static async Task<Work> Handle(MovesMade heard, Handling context)
    {
        var (services, ct, stream) = (context.Services, context.Cancellation, Board.Stream(heard.EventId));
        var store = services.GetRequiredService<IEventStore>();
        var (then, _) = await store.LoadAsOf(stream, Board.Decider, null, heard.Until, ct);
        var (now, _) = await store.Load(stream, Board.Decider, ct);
        var told = await ToldPlace.Of(services.GetRequiredService<NpgsqlDataSource>(), heard.EventId, ct);
        var settled = now.Sessions.Values
            .Where(session => then.Sessions.TryGetValue(session.Id, out var before) && Whereabouts.Of(before, then) == Whereabouts.Of(session, now))
            .Select(session => new ToldPlace(session.Id, heard.EventId, Whereabouts.Of(session, now)))
            .Where(place => told.GetValueOrDefault(place.SessionId) != place.Place).ToList();
        var news = settled.Where(place => place.Place.IsNewsAfter(told.GetValueOrDefault(place.SessionId)))
            .Select(place => now.Sessions[place.SessionId]).ToLookup(session => session.ProposalId, session => session.Id);
        var asked = news.Count == 0 ? [] : await services.GetRequiredService<MailWishes>().For(heard.EventId, news, ct);
        return new Work().By(context.Metadata).Then(commit =>
        {
            foreach (var place in settled) commit.Write(place);
            foreach (var (ticket, sessions) in asked)
            {
                // A lane for each person: an address that fails holds up nobody else's mail.
                commit.Publish(
                    new TellTicketHolder(ticket, StarredLetter.Name, heard.EventId, sessions), $"ticket-{ticket}",
                    id: MessageId.Of($"{context.MessageId} {ticket}"));
            }
        });
    }
}
