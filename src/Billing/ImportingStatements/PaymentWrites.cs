using EventOps.Billing.Payments;
using EventOps.EventStore;
using Npgsql;
using static EventOps.EventStore.Statements;

namespace EventOps.Billing.ImportingStatements;

/// <summary>A payment as its statement tells it; one that is there already stays as it is.</summary>
public sealed record NewPayment(Guid OrganisationId, Guid ImportId, PaymentRow Row)
{
    public static void Write(IReadOnlyList<NewPayment> rows, NpgsqlBatch batch)
    {
        foreach (var (organisation, import, row) in rows)
        {
            batch.Add(
                """
                insert into billing.payments
                  (payment_id, organisation_id, import_id, amount, booked_on, payer_name, payer_iban, purpose,
                   twin_id, stage, returned)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (payment_id) do nothing
                """,
                Value(row.Id), Value(organisation), Value(import), Value(row.Amount), Value(row.On), Value(row.PayerName),
                Value(row.PayerIban), Value(row.Purpose), Value(row.TwinId), Value(row.Stage.ToString()), Value(row.Returned));
        }
    }
}

/// <summary>Where a payment stands and which bills it pays, for lists: follows its stream in the same transaction.</summary>
public sealed record PaymentMoved(Guid Id, PaymentStage Stage, Guid[] BillIds)
{
    public static void Write(IReadOnlyList<PaymentMoved> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                "update billing.payments set stage = $2, bill_ids = $3 where payment_id = $1", Value(row.Id),
                Value(row.Stage.ToString()), Value(row.BillIds));
        }
    }
}

/// <summary>One file that was read.</summary>
public sealed record ImportDone(
    Guid Id, Guid OrganisationId, string FileName, DateTimeOffset At, int Taken, int Known, int Suspected, int PassedOver)
{
    public static void Write(IReadOnlyList<ImportDone> rows, NpgsqlBatch batch)
    {
        foreach (var row in rows)
        {
            batch.Add(
                "insert into billing.imports values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (import_id) do nothing",
                Value(row.Id), Value(row.OrganisationId), Value(row.FileName), Value(row.At), Value(row.Taken), Value(row.Known),
                Value(row.Suspected), Value(row.PassedOver));
        }
    }
}
