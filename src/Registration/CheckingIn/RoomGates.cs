using System.Collections.Concurrent;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>Gates inside the house, before rooms: people pass them again and again, and who comes through one first has arrived.</summary>
public sealed class RoomGates(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>The list of who went into which room.</summary>
    public const string RoomList = "rooms";

    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, (string[] Gates, long At)> _known = new();

    /// <summary>On which list a scan is asked first.</summary>
    public async ValueTask<ScanRow> First(ScanRow row, CancellationToken ct) =>
        row is { List: AttendeeList.EntryList, Direction: Direction.Exit } && await Has(row, ct)
            ? row with { List = RoomList } : row;

    /// <summary>The other list, where the first one refused what makes sense at a room's gate; else null.</summary>
    public async ValueTask<ScanRow?> Second(ScanRow row, Refusal refusal, CancellationToken ct) => (refusal, row.List) switch
    {
        (AlreadyCheckedIn, AttendeeList.EntryList) when await Has(row, ct) => row with { List = RoomList },
        (NotInside, RoomList) when await Has(row, ct) => row with { List = AttendeeList.EntryList },
        _ => null,
    };

    private async ValueTask<bool> Has(ScanRow row, CancellationToken ct)
    {
        if (!_known.TryGetValue(row.EventId, out var known) || clock.GetElapsedTime(known.At) > s_maxAge)
        {
            await using var command = database.CreateCommand("select gates from registration.room_gates where event_id = $1");
            command.Parameters.Add(Statements.Value(row.EventId));
            _known[row.EventId] = known = ((string[]?)await command.ExecuteScalarAsync(ct) ?? [], clock.GetTimestamp());
        }

        return known.Gates.Contains(row.Gate);
    }
}
