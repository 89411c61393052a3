using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using Npgsql;

namespace EventOps.Marketplace.Hearing;

/// <summary>A bill was issued, paid or cancelled: exhibitors and organisers see it beside the stand.</summary>
public static class OnBillChanged
{
    public static Work Handle(BillChanged heard, Handling handling) =>
        new Work().Then(commit => commit.Write(new BillRow(heard)));

    /// <summary>The row to write; an older version than the stored one changes nothing.</summary>
    public sealed record BillRow(BillChanged Heard)
    {
        public static void Write(IReadOnlyList<BillRow> rows, NpgsqlBatch batch)
        {
            foreach (var heard in rows.Select(row => row.Heard))
            {
                batch.Add(
                    """
                    insert into marketplace.bills as b values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    on conflict (bill_id) do update set version = excluded.version, state = excluded.state, number = excluded.number,
                      net = excluded.net, gross = excluded.gross, paid = excluded.paid, due_on = excluded.due_on
                    where b.version < excluded.version
                    """,
                    Statements.Value(heard.BillId), Statements.Value(heard.EventId), Statements.Value(heard.Version),
                    Statements.Value(heard.State.ToString()), Statements.Value(heard.Number), Statements.Value(heard.Net),
                    Statements.Value(heard.Gross), Statements.Value(heard.Paid), Statements.Value(heard.DueOn));
            }
        }
    }
}
