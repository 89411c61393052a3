using System.Diagnostics;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Registration.Attendees;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using Npgsql;

namespace EventOps.Registration.CheckingIn;

/// <summary>From a text at a gate to a verdict, durably: the one way in, for phones, typed codes and the JSON API.</summary>
public sealed class Scanning(
    IEventStore store, NpgsqlDataSource database, Recognition recognition, RoomGates rooms, TimeProvider clock)
{
    /// <summary>Decides, stores and answers. The same scan id gets the same answer, and is one row.</summary>
    public async Task<Verdict> Scan(Reading reading, EventLookup.Found place, Caller caller, CancellationToken ct)
    {
        var received = Whole(clock.GetUtcNow());
        var at = reading.At < received ? Whole(reading.At.Value.ToUniversalTime()) : received; // nothing is scanned tomorrow
        var (id, refusal, holder) = await recognition.Of(reading.Code, place, at, ct);
        var row = new ScanRow(
            reading.ScanId, place.Id, id, reading.List, reading.Gate, caller.DeviceId?.ToString() ?? caller.Actor,
            reading.Direction, ResultCode.Of(refusal), at, received);
        row = await rooms.First(row, ct);
        var verdict = refusal is null
            ? await Admit(row, reading.WasOnlyOutside, caller, ct)
            : await Refuse(row, refusal, ct);
        return Introduce(verdict, holder, place.Event);
    }

    private async Task<Verdict> Admit(ScanRow row, bool wasOnlyOutside, Caller caller, CancellationToken ct)
    {
        var stream = Attendee.Stream(row.AttendeeId!.Value);
        Attendee.Entry? entry = null;
        var work = new Work()
            .On(stream, Attendee.Decider, Command(row, wasOnlyOutside))
            .By(new(Activity.Current?.TraceId.ToString(), Actor: caller.Actor, Device: caller.DeviceId?.ToString(),
                Command: row.ScanId.ToString()))
            .Then(commit =>
            {
                entry = ((Attendee.Expected)commit.StateOf<Attendee>(stream)).Entries[row.List];
                if (commit.Events.Count > 0) commit.Write(row with { FactGate = entry.Gate, FactAt = entry.At });
            });
        try
        {
            var outcome = await store.Handle(work, ct);
            if (outcome.Refusal is { } no && await rooms.Second(row, no, ct) is { } other)
                return await Admit(other, true, caller, ct);
            return outcome.Refusal is { } refusal
                ? await Refuse(row with { Result = ResultCode.Of(refusal) }, refusal, ct)
                : new(
                    row.Direction, null, null, null, new(entry!.At, entry.Gate),
                    SaidAt: outcome.Events.Count == 0 ? entry.At : null);
        }
        catch (PostgresException known) when (known.ConstraintName == ScanRow.PrimaryKey)
        {
            return await Replay(row, ct);
        }
        catch (StreamArchived)
        {
            return await Refuse(row with { Result = ResultCode.Of(new TicketUnknown()) }, new TicketUnknown(), ct);
        }
    }

    private async Task<Verdict> Refuse(ScanRow row, Refusal refusal, CancellationToken ct)
    {
        var told = row with { FactGate = (refusal as AlreadyCheckedIn)?.Gate, FactAt = Fact(refusal) };
        return await told.Insert(database, ct) ? await Tell(told, ct) : await Replay(row, ct);
    }

    private async Task<Verdict> Replay(ScanRow row, CancellationToken ct)
    {
        var known = await ScanRow.Find(database, row.ScanId, ct);
        return known is not null && known.IsSameReading(row)
            ? await Tell(known, ct) with { SaidAt = known.ReceivedAt }
            : new(row.Direction, new NonceReused(), null, null, null);
    }

    private async Task<Verdict> Tell(ScanRow row, CancellationToken ct)
    {
        var refusal = ResultCode.Read(row.Result, row.FactGate, row.FactAt ?? row.At);
        var first = row is { FactGate: { } gate, FactAt: { } at } ? new FirstScan(at, gate) : null;
        var since = refusal is TicketWasCancelled ? await CancelledAt(row.AttendeeId!.Value, ct) : null;
        return new(row.Direction, refusal, null, null, first, since);
    }

    private async Task<DateTimeOffset?> CancelledAt(Guid id, CancellationToken ct) =>
        (await store.Read(Attendee.Stream(id), ct: ct)).LastOrDefault(recorded => recorded.Event is TicketCancelled)?.At;

    private static Verdict Introduce(Verdict verdict, Holders.Found? found, Event @event) =>
        found is null || verdict.Refusal is NonceReused
            ? verdict
            : verdict with { Holder = found.Holder, TicketType = @event.TicketType(found.TicketTypeId) };

    private static Scan Command(ScanRow row, bool wasOnlyOutside) => row.Direction == Direction.Exit
        ? new CheckOut(row.EventId, row.List, row.Gate, row.ScanId, row.At)
        : new CheckIn(row.EventId, row.List, row.Gate, row.ScanId, row.At, wasOnlyOutside);

    private static DateTimeOffset? Fact(Refusal refusal) => refusal switch
    {
        AlreadyCheckedIn already => already.At,
        TicketNotYetValid early => early.From,
        TicketExpired late => late.Until,
        _ => null,
    };

    // The database keeps microseconds: an answer read back must be the one that was given.
    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
