using System.Globalization;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Exhibitors;
using EventOps.Marketplace.Extras;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Billed;

/// <summary>What a booking costs, as Billing is asked for it.</summary>
public sealed class Bills(ExhibitorLinks links, IEventStore store)
{
    private const string Piece = "C62";

    // Space with so many services beside it is an event service: UStAE 3a.4 (2).
    private const int ServicesOfAnEvent = 3;

    /// <summary>The bill of a booking; null where there is nothing to pay.</summary>
    public async Task<BillOrdered?> Of(
        Guid billId, AtMarket at, Guid exhibitorId, Booking booking, PlannedStand stand, Plan plan, bool isQuote,
        CancellationToken ct)
    {
        var offers = new List<(ChosenExtra Chosen, ExtraOffer Offer)>();
        foreach (var extra in booking.Extras)
            offers.Add((extra, (await store.Load(Extra.Stream(extra.ExtraId), Extra.Decider, ct)).State.Offer));
        var lines = Lines(booking, stand, plan, offers);
        if (lines.All(line => line.NetPrice == 0)) return null;
        return new(
            billId, at.Event.OrganisationId, at.Event.Id, Payers.Key, exhibitorId, await links.Hash(exhibitorId, ct),
            Reference(at.Event.Slug, booking.Id), new($"Stand, {at.Event.Name.In("de")}", $"Stand, {at.Event.Name.In("en")}"),
            DateOnly.FromDateTime(at.Say.Local(at.Event.StartsAt)),
            DateOnly.FromDateTime(at.Say.Local(at.Event.EndsAt)), lines, isQuote);
    }

    /// <summary>The end of a booking's bill, with what the terms keep back.</summary>
    public static BillCancelled Cancelled(Guid billId, Guid feeBillId, Booking booking, int feePercent)
    {
        var net = booking.NetPrice + booking.Extras.Sum(extra => extra.Count * extra.NetPrice);
        var fee = Math.Round(net * feePercent / 100m, 2, MidpointRounding.AwayFromZero);
        return new(billId, feeBillId, fee == 0 ? [] : [new(
            new($"Gebühr für die Absage des Stands, {feePercent} %", $"Fee for giving the stand back, {feePercent} %"), 1, Piece,
            fee, BilledFor.CancellationFee)]);
    }

    /// <summary>What people call a booking, the same for its whole life: the event and five letters.</summary>
    public static string Reference(string slug, Guid bookingId)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        Span<byte> bytes = stackalloc byte[16];
        bookingId.TryWriteBytes(bytes);
        var code = string.Concat(bytes[11..].ToArray().Select(value => Letters[value % Letters.Length]));
        return $"{slug.ToUpperInvariant()[..Math.Min(slug.Length, 28)]}-{code}";
    }

    private static List<BilledLine> Lines(
        Booking booking, PlannedStand stand, Plan plan, List<(ChosenExtra Chosen, ExtraOffer Offer)> extras)
    {
        var services = (stand.Watts > 0 ? 1 : 0) + (stand.Network ? 1 : 0) + extras.Count;
        var kind = services >= ServicesOfAnEvent ? BilledFor.EventService : BilledFor.Space;
        var category = plan.Categories.Find(stand.CategoryId)?.Name ?? LocalizedText.Empty;
        var name = new LocalizedText(
            $"Stand, {category.In("de")}, {Metres(stand.Box.Width, ',')} × {Metres(stand.Box.Depth, ',')} m",
            $"Stand, {category.In("en")}, {Metres(stand.Box.Width, '.')} × {Metres(stand.Box.Depth, '.')} m");
        return
        [
            new(name, 1, Piece, booking.NetPrice, kind),
            .. extras.Select(extra => new BilledLine(extra.Offer.Name, extra.Chosen.Count, Piece, extra.Chosen.NetPrice, kind)),
        ];
    }

    private static string Metres(decimal length, char comma) =>
        length.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', comma);
}
