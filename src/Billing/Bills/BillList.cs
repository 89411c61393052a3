using EventOps.EventStore;
using Npgsql;
using static EventOps.EventStore.Statements;

namespace EventOps.Billing.Bills;

/// <summary>One row per bill, for lists and filters.</summary>
public static class BillList
{
    public static Projection Projection { get; } = new(
        "billing.bills", "billing.bills",
        [
            typeof(OrderTaken), typeof(QuoteGiven), typeof(InvoiceIssued), typeof(InvoiceCancelled), typeof(BillWithdrawn),
            typeof(MoneyReceived), typeof(MoneyTakenAway), typeof(FellDue), typeof(ReminderSent), typeof(PaidBack),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Value(Guid.Parse(recorded.Stream.AsSpan("bill-".Length)));
            switch (recorded.Event)
            {
                case OrderTaken e: Order(batch, table, id, e); break;
                case QuoteGiven e:
                    Set(
                    batch, table, "stage = 'Quoted', net = $2, gross = $3", id, Value(e.Net), Value(e.Gross)); break;
                case InvoiceIssued e:
                    Set(batch, table, "stage = 'Issued', quote = false, net = $2, gross = $3, issued_on = $4, due_on = $5",
                        id, Value(e.Net), Value(e.Gross), Value(e.On), Value(e.DueOn));
                    break;
                case InvoiceCancelled e: Set(batch, table, "stage = 'Cancelled', gone = gone + $2", id, Value(e.Moved)); break;
                case BillWithdrawn: Set(batch, table, "stage = 'Withdrawn'", id); break;
                case MoneyReceived e: Set(batch, table, "received = received + $2", id, Value(e.Amount)); break;
                case MoneyTakenAway e: Set(batch, table, "received = received - $2", id, Value(e.Amount)); break;
                case FellDue: Set(batch, table, "overdue = true", id); break;
                case ReminderSent e: Set(batch, table, "reminders = $2", id, Value(e.Level)); break;
                case PaidBack e: Set(batch, table, "gone = gone + $2", id, Value(e.Amount)); break;
            }
        }
    }

    private static void Order(NpgsqlBatch batch, string table, NpgsqlParameter id, OrderTaken taken) => batch.Add(
        $"""
        insert into {table} as b (bill_id, organisation_id, event_id, payer_id, reference, subject_de, subject_en,
          fee_of, quote, ordered_at, stage)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'Waiting')
        on conflict (bill_id) do update set reference = excluded.reference, subject_de = excluded.subject_de,
          subject_en = excluded.subject_en, quote = excluded.quote, stage = excluded.stage
        """,
        id, Value(taken.Order.OrganisationId), Value(taken.Order.EventId), Value(taken.Order.PayerId),
        Value(taken.Order.Reference), Value(taken.Order.Subject.De), Value(taken.Order.Subject.En), Value(taken.Order.FeeOf),
        Value(taken.Order.IsQuote), Value(taken.At));

    private static void Set(NpgsqlBatch batch, string table, string change, params ReadOnlySpan<NpgsqlParameter> values) =>
        batch.Add($"update {table} set {change} where bill_id = $1", values);
}
