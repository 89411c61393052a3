using System.Globalization;
using EventOps.EventStore;
using EventOps.Marketplace.Billed;
using EventOps.Marketplace.BookingAStand;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.HavingAStand;
using EventOps.Marketplace.Mailing;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Marketplace.Swapping;
using EventOps.Marketplace.Swaps;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Marketplace.RunningTheMarket;

/// <summary>What organisers do with an exhibitor: admit, invite, place, ask to move, cancel, block stands.</summary>
public static class ActForExhibitor
{
    private static readonly TextSource T = MarketTexts.Of;

    public sealed record Tools(Bills Billing, Payers Payers);

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapPost("exhibitors", Invite);
        organisers.MapPost("exhibitors/{id:guid}/admissions", Decide);
        organisers.MapPost("exhibitors/{id:guid}/places", Place);
        organisers.MapPost("exhibitors/{id:guid}/moves", AskToMove);
        organisers.MapPost("exhibitors/{id:guid}/swaps/{swap:guid}/withdraw", async (
            AtMarket at, Guid id, Guid swap, HttpContext http, [AsParameters] ShowExhibitors.Tools use, CancellationToken ct) =>
            await use.Store.Load(Swap.Stream(swap), Swap.Decider, ct) is { State: var now } && now.EventId == at.Event.Id && now.From.ExhibitorId == id
                ? await Done(at, id, SwapWork.End(swap, now, new WithdrawSwap(null)), http, use, ct) : PageAnswers.NotFound());
        organisers.MapPost("exhibitors/{id:guid}/bookings/{booking:guid}/cancel", Cancel);
        organisers.MapPost("stands/{id:guid}/block", async (AtMarket at, Guid id, IFormCollection typed, IEventStore store, TimeProvider clock, CancellationToken ct) =>
        {
            if (!(await store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct)).State.Stands.Has(id))
                return PageAnswers.NotFound();
            StandCommand command = typed["go"] == "unblock" ? new UnblockStand() : new BlockStand(clock.GetUtcNow());
            var outcome = await store.Handle(new Work().By(at.Metadata).On(Stand.Stream(id), Stand.Decider, command), ct);
            return outcome.Refusal is { } refusal
                ? Pages.Refused(refusal, at, $"{at.Market}/plan") : Results.Extensions.SeeOther($"{at.Market}/plan");
        });
    }

    private static async Task<IResult> Invite(
        AtMarket at, IFormCollection typed, HttpContext http, [AsParameters] ShowExhibitors.Tools use, CancellationToken ct)
    {
        var form = TypedForm.Of(ShowExhibitors.Inviting, typed);
        var (organisation, contact) = (
            form.Line("organisation", Shape.Name, T["invite.organisation"]), form.Line("contact", Shape.Name));
        var email = form.Address("email", T["invite.email"]);
        if (use.Keys.Read(typed["key"]) is not { } key || !form.Fits)
        {
            if (form.Fits) form.Wrong("organisation", T["invite.again"]);
            return await ShowExhibitors.List(at, null, null, form, http, use, StatusCodes.Status422UnprocessableEntity, ct);
        }

        // Taken here: a commit is written outside of the request and its language.
        var language = Language.Current.Code;
        var id = await use.Rows.ByEmail(at.Event.Id, email, ct) ?? key.Id;
        var zone = Guid.TryParse(typed["zone"], out var chosen) ? chosen : (Guid?)null;
        var work = new Work().By(at.Metadata).On(Exhibitor.Stream(id), Exhibitor.Decider, new SignUpExhibitor(at.Event.Id));
        if (zone is { } invitedTo) work.On(Exhibitor.Stream(id), Exhibitor.Decider, new Admit(invitedTo, Admission.Invited));
        work.Then(commit =>
        {
            if (id == key.Id) commit.Write(new PersonalRow(id, at.Event.Id, organisation, contact, email, "", language));
            commit.Publish(
                new ExhibitorMailDue(id, at.Event.Id, ExhibitorMail.Invited), Exhibitor.Stream(id),
                id: MessageId.Of($"invite|{key.Id}"));
        });
        return await Done(at, id, work, http, use, ct);
    }

    private static Task<IResult> Decide(
        AtMarket at, Guid id, IFormCollection typed, HttpContext http, [AsParameters] ShowExhibitors.Tools use,
        CancellationToken ct)
    {
        if (!Guid.TryParse(typed["zone"], out var zone)) return Task.FromResult(PageAnswers.NotFound());
        var (admission, mail) = typed["go"].ToString() switch
        {
            "approve" => (Admission.Approved, ExhibitorMail.Approved),
            "invite" => (Admission.Invited, ExhibitorMail.Invited),
            _ => (Admission.Declined, ExhibitorMail.Declined),
        };
        var work = new Work().On(Exhibitor.Stream(id), Exhibitor.Decider, new Admit(zone, admission)).Then(commit =>
        {
            if (commit.Events.Count > 0) commit.Publish(new ExhibitorMailDue(id, at.Event.Id, mail), Exhibitor.Stream(id));
        });
        return Done(at, id, work, http, use, ct);
    }

    private static async Task<IResult> Place(
        AtMarket at, Guid id, IFormCollection typed, HttpContext http, [AsParameters] ShowExhibitors.Tools use,
        [AsParameters] Tools own, CancellationToken ct)
    {
        var (plan, _) = await use.Store.Load(Plan.Stream(at.Event.Id), Plan.Decider, ct);
        if (!Guid.TryParse(typed["stand"], out var standId) || plan.Stands.Find(standId) is not { } stand
            || use.Keys.Read(typed["key"]) is not { } key)
            return await ShowExhibitors.Page(at, id, http, use, new StandNotFound(), ct);
        return await Done(at, id, await Placed(at, key.Id, id, stand, plan, own, use.Clock.GetUtcNow(), ct), http, use, ct);
    }

    /// <summary>A place given by hand; the bill waits until it is known who pays.</summary>
    internal static async Task<Work> Placed(
        AtMarket at, Guid bookingId, Guid exhibitorId, PlannedStand stand, Plan plan, Tools own, DateTimeOffset now,
        CancellationToken ct)
    {
        var price = plan.PriceOf(stand);
        var bill = price > 0 && await own.Payers.Find(exhibitorId, ct) is not null
            ? await own.Billing.Of(
                MessageId.Of($"bill|{bookingId}"), at, exhibitorId, new(bookingId, stand.Id, price, true, [], null), stand, plan,
                isQuote: false, ct)
            : null;
        return StandWork.Place(
            bookingId, exhibitorId, stand, price, bill,
            new ExhibitorMailDue(exhibitorId, at.Event.Id, ExhibitorMail.Placed, stand.Id), now);
    }

    private static async Task<IResult> AskToMove(
        AtMarket at, Guid id, IFormCollection typed, HttpContext http, [AsParameters] ShowExhibitors.Tools use,
        CancellationToken ct)
    {
        var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (!Guid.TryParse(typed["booking"], out var bookingId) || exhibitor.Bookings.Find(bookingId) is not { IsBooked: true } booking
            || !Guid.TryParse(typed["stand"], out var standId) || use.Keys.Read(typed["key"]) is not { } key)
            return await ShowExhibitors.Page(at, id, http, use, new BookingNotFound(), ct);
        var work = new Work()
            .On(Swap.Stream(key.Id), Swap.Decider, new AskToMove(at.Event.Id, new(id, booking.Id, booking.StandId), standId)).Then(commit =>
            {
                if (commit.Events.Count > 0)
                    commit.Publish(new ExhibitorMailDue(id, at.Event.Id, ExhibitorMail.MoveAsked, standId), Swap.Stream(key.Id));
            });
        return await Done(at, id, work, http, use, ct);
    }

    private static async Task<IResult> Cancel(
        AtMarket at, Guid id, Guid booking, IFormCollection typed, HttpContext http, [AsParameters] ShowExhibitors.Tools use,
        CancellationToken ct)
    {
        var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (exhibitor.Bookings.Find(booking) is not { IsBooked: true } booked)
            return await ShowExhibitors.Page(at, id, http, use, new BookingNotFound(), ct);
        var percent = int.TryParse(typed["percent"], NumberStyles.None, CultureInfo.InvariantCulture, out var typedPercent)
            ? Math.Min(typedPercent, 100) : 0;
        return await Done(at, id, CancelStand.Cancelled(at, id, booked, percent), http, use, ct);
    }

    private static async Task<IResult> Done(
        AtMarket at, Guid id, Work work, HttpContext http, ShowExhibitors.Tools use, CancellationToken ct)
    {
        // An exhibitor of another event does not exist here.
        var (exhibitor, _) = await use.Store.Load(Exhibitor.Stream(id), Exhibitor.Decider, ct);
        if (exhibitor.Exists && exhibitor.EventId != at.Event.Id) return PageAnswers.NotFound();
        return (await use.Store.Handle(work.By(at.Metadata), ct)).Refusal is { } refusal
            ? await ShowExhibitors.Page(at, id, http, use, refusal, ct) : Results.Extensions.SeeOther($"{at.Market}/exhibitors/{id}");
    }
}
