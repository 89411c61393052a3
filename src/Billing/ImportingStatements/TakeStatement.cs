using EventOps.Billing.BankFiles;
using EventOps.Billing.Matching;
using EventOps.Billing.Payments;
using EventOps.EventStore;
using EventOps.Messaging;

namespace EventOps.Billing.ImportingStatements;

/// <summary>What became of a file.</summary>
public sealed record Taken(int New, int Known, int Suspected, int PassedOver, int Matched);

/// <summary>Takes the payments of a statement in: what is new, once; what is certain goes to its bill at once.</summary>
public sealed class TakeStatement(IEventStore store, PaymentRows payments, OpenBills bills, TimeProvider clock)
{
    public async Task<Taken> Run(
        Guid organisationId, string fileName, Guid importId, StatementFile file, Metadata by, CancellationToken ct)
    {
        var entries = file.Entries.DistinctBy(entry => entry.Key).ToList();
        var ids = entries.ToDictionary(entry => entry.Key, entry => MessageId.Of($"{organisationId}|{entry.Key}"));
        var known = await payments.Known([.. ids.Values], ct);
        var fresh = entries.Where(entry => !known.Contains(ids[entry.Key])).ToList();
        var near = fresh.Count == 0 ? [] : await payments.Near(
            organisationId, importId, [.. fresh.Select(entry => entry.Amount).Distinct()], fresh.Min(entry => entry.On),
            fresh.Max(entry => entry.On), ct);
        // What the same statement brought earlier is no twin: it is another entry of it.
        var twins = Twins.Find(fresh, near);
        var rows = fresh.Select((entry, at) => Row(ids[entry.Key], entry, twins.TryGetValue(at, out var twin) ? twin : null))
            .ToList();
        await Task.WhenAll(rows.Select(row => store.Handle(TakeIn(organisationId, importId, row).By(by), ct)));
        var matched = await Match(organisationId, rows, by, ct);
        var taken = new Taken(rows.Count - twins.Count, known.Count, twins.Count, file.PassedOver, matched);
        await store.Handle(new Work().Then(commit => commit.Write(new ImportDone(
            importId, organisationId, fileName, clock.GetUtcNow(), taken.New, taken.Known, taken.Suspected, taken.PassedOver))),
            ct);
        return taken;
    }

    /// <summary>Books what is certain among payments that wait; how many.</summary>
    public async Task<int> Match(Guid organisationId, IReadOnlyList<PaymentRow> rows, Metadata by, CancellationToken ct)
    {
        var (matched, open) = (0, (await bills.Of(organisationId, ct)).ToList());
        foreach (var row in rows.Where(row => row is { Stage: PaymentStage.Unmatched, Returned: false, Amount: > 0 }))
        {
            if (Matching.Match.Find(row.Amount, row.PayerName, row.Pieces, open) is not [{ IsCertain: true } sure]) continue;
            var shares = sure.Bills.Select(bill => new Share(bill.BillId, bill.Outstanding)).ToList();
            var booking = BookPayment.Assign(row.Id, row.On, shares, sure.Bills).By(by);
            if ((await store.Handle(booking, ct)).Refusal is null) matched++;
            // What this one paid, the next one does not pay again.
            foreach (var bill in sure.Bills) open[open.IndexOf(bill)] = bill with { Outstanding = 0 };
        }

        return matched;
    }

    private static PaymentRow Row(Guid id, BankEntry entry, Guid? twin) => new(
        id, entry.Amount, entry.On, Cut(entry.PayerName, 140), Cut(entry.PayerIban, 34),
        Cut(string.Join('\n', entry.Pieces), 2000), twin, twin is null ? PaymentStage.Unmatched : PaymentStage.Suspected,
        entry.Returned);

    private static Work TakeIn(Guid organisationId, Guid importId, PaymentRow row) => new Work()
        .On(Payment.Stream(row.Id), Payment.Decider, new TakeIn(organisationId, row.Amount, row.On, row.TwinId))
        .Then(commit =>
        {
            if (commit.Events.Count > 0) commit.Write(new NewPayment(organisationId, importId, row));
        });

    private static string Cut(string text, int most) =>
        text.Replace("\0", "", StringComparison.Ordinal) is var clean && clean.Length > most ? clean[..most] : clean;
}
