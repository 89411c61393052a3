using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Plans;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.Mailing;

/// <summary>What a mail to an exhibitor is about.</summary>
public enum ExhibitorMail
{
    /// <summary>The link by which they come in.</summary>
    Link,
    Invited,
    Approved,
    Declined,
    Booked,
    Placed,
    Cancelled,

    /// <summary>The waiting list has come to them.</summary>
    Offered,

    /// <summary>They did not answer in time.</summary>
    OfferOver,
    SwapOffered,
    MoveAsked,
    SwapDone,
    SwapDeclined,
}

/// <summary>An exhibitor is to get a mail. Ids only: words and addresses are found when it is sent.</summary>
/// <param name="ExhibitorId">Whose mail it is.</param>
/// <param name="EventId">The event.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="StandId">The stand that it is about.</param>
public sealed record ExhibitorMailDue(Guid ExhibitorId, Guid EventId, ExhibitorMail Kind, Guid? StandId = null)
{
    public const string StoredName = "marketplace.exhibitor-mail-due.v1";
}

/// <summary>Writes and sends one mail to an exhibitor; to who was erased in the meantime, none.</summary>
public static class SendExhibitorMail
{
    private static readonly TextSource T = MailTexts.Of;

    public static async Task Handle(ExhibitorMailDue message, Handling context, CancellationToken ct)
    {
        var services = context.Services;
        if (await services.GetRequiredService<ExhibitorRows>().Find(message.ExhibitorId, ct) is not { Email.Length: > 0 } who)
            return;
        if (await services.GetRequiredService<KnownEvents>().ById(message.EventId, ct) is not { } known) return;
        using var _ = Language.Use(Language.FindOr(who.Language, Language.German));
        var stand = message.StandId is { } id
            ? (await services.GetRequiredService<IEventStore>().Load(Plan.Stream(known.Id), Plan.Decider, ct)).State.Stands.Find(id) : null;
        var path = await services.GetRequiredService<ExhibitorLinks>().Path(known.Slug, who.Id, ct);
        var sheet = Sheet(message.Kind, known, who, stand, services.GetRequiredService<PublicUrl>().Link(path));
        await services.GetRequiredService<IMailEdge>().Send(
            new(context.MessageId, who.Email, sheet.Subject, sheet.Text(), await sheet.Html(services), []), ct);
    }

    private static MailSheet Sheet(ExhibitorMail kind, KnownEvent known, ExhibitorRow who, PlannedStand? stand, string link)
    {
        var (say, name) = (Say.In(known.TimeZone), known.Name.ToString());
        List<(string, string)> facts = [(T["when"], say.Span(known.StartsAt, known.EndsAt)), (T["exhibitor"], who.Organisation)];
        if (stand is not null) facts.Add((T["stand"], stand.Number));
        return new(
            T[$"{kind}.subject", name, stand?.Number], name, T[$"{kind}.title", stand?.Number],
            T[$"{kind}.lead", name, stand?.Number],
            T[$"{kind}.button"], link, facts, T["keep"], T["strip"], T["why", name], "");
    }
}
