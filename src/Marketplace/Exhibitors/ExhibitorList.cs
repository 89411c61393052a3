using EventOps.EventStore;
using Npgsql;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>One row per exhibitor: what the organiser's list shows beside names.</summary>
public static class ExhibitorList
{
    public static Projection Projection { get; } = new(
        "marketplace.exhibitors", "marketplace.exhibitors",
        [
            typeof(ExhibitorSignedUp), typeof(AddressConfirmed), typeof(ExhibitorAdmitted), typeof(ExhibitorPlaced),
            typeof(BookingConfirmed), typeof(BookingBilled), typeof(StandChanged),
        ],
        Project);

    private static void Project(IReadOnlyList<Recorded> events, NpgsqlBatch batch, string table)
    {
        foreach (var recorded in events)
        {
            var id = Statements.Value(Guid.Parse(recorded.Stream.AsSpan("exhibitor-".Length)));
            switch (recorded.Event)
            {
                case ExhibitorSignedUp e:
                    batch.Add(
                        $"insert into {table} values ($1, $2, false, $3, array[]::uuid[], array[]::uuid[], array[]::uuid[], array[]::uuid[])",
                        id, Statements.Value(e.EventId), Statements.Value(recorded.At.ToUniversalTime()));
                    break;
                case AddressConfirmed:
                    batch.Add($"update {table} set confirmed = true where exhibitor_id = $1", id);
                    break;
                case ExhibitorAdmitted e:
                    var column = e.Admission switch { Admission.Applied => "applied", Admission.Declined => "declined", _ => "admitted" };
                    batch.Add(
                        $"""
                        update {table} set applied = array_remove(applied, $2), admitted = array_remove(admitted, $2),
                          declined = array_remove(declined, $2) where exhibitor_id = $1
                        """, id, Statements.Value(e.ZoneId));
                    batch.Add(
                        $"update {table} set {column} = array_append({column}, $2) where exhibitor_id = $1", Statements.Value(Guid.Parse(
                            recorded.Stream.AsSpan("exhibitor-".Length))), Statements.Value(e.ZoneId));
                    break;
                case ExhibitorPlaced { BillId: { } bill }:
                    AddBill(batch, table, id, bill);
                    break;
                case BookingConfirmed { BillId: { } bill }:
                    AddBill(batch, table, id, bill);
                    break;
                case BookingBilled e:
                    AddBill(batch, table, id, e.BillId);
                    break;
                case StandChanged { BillId: { } bill }:
                    AddBill(batch, table, id, bill);
                    break;
            }
        }
    }

    private static void AddBill(NpgsqlBatch batch, string table, NpgsqlParameter id, Guid bill) =>
        batch.Add(
            $"update {table} set bill_ids = array_append(bill_ids, $2) where exhibitor_id = $1", id, Statements.Value(bill));
}
