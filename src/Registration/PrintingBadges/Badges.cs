using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Registration.SeatingTeams;
using EventOps.Registration.Ticketing;
using EventOps.Ui;
using EventOps.Ui.Pdf;
using Npgsql;

namespace EventOps.Registration.PrintingBadges;

/// <summary>The badges of an event: everybody with a confirmed place, and the codes that open the gate for them.</summary>
public sealed class Badges(NpgsqlDataSource database, TicketCodes codes, StandTeamRows teams)
{
    private static readonly TextSource T = BadgeTexts.Of;

    /// <summary>Who gets a badge.</summary>
    public sealed record Person(Guid Id, Guid TypeId, string GivenName, string FamilyName, string Organisation);

    public async Task<IReadOnlyList<Person>> People(Organised at, BadgeChoice choice, Guid? only, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select a.attendee_id, a.ticket_type_id, p.given_name, p.family_name, p.organisation
            from registration.attendees a join registration.personal p on p.subject_id = a.attendee_id
            where a.event_id = $1 and a.status = 'expected' and ($2::uuid is null or a.ticket_type_id = $2)
              and ($3::timestamptz is null or a.registered_at >= $3) and ($4::uuid is null or a.attendee_id = $4)
            """);
        command.Parameters.Add(Statements.Value(at.Id));
        command.Parameters.Add(Statements.Value(choice.TypeId));
        command.Parameters.Add(Statements.Value(Beginning(choice.From, at.Say)));
        command.Parameters.Add(Statements.Value(only));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new List<Person>();
        while (await reader.ReadAsync(ct))
            people.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        // As a phone book of the language sorts, whatever the database's collation is.
        var names = StringComparer.Create(Language.Current.Culture, ignoreCase: true);
        return [.. people.OrderBy(person => choice.ByType ? at.Event.AnyTicketType(person.TypeId)?.Number : 0)
            .ThenBy(person => person.FamilyName, names).ThenBy(person => person.GivenName, names).ThenBy(person => person.Id)];
    }

    public async Task<IReadOnlyList<BadgeContent>> Of(Organised at, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var wanted = people.Select(person => new TicketCodes.Wanted(person.Id, Type(at, person)?.Number ?? 0)).ToList();
        var signed = await codes.Of(at.Id, at.Event, wanted, ct);
        var stands = await teams.Stands([.. people.Select(person => person.Id)], ct);
        var (name, day) = (at.Event.Texts.Name.ToString(), at.Say.ShortDate(at.Event.Times.StartsAt));
        return [.. people.Select(person => new BadgeContent(
            person.GivenName, person.FamilyName, StandLabel.After(person.Organisation, stands.GetValueOrDefault(person.Id)),
            Type(at, person)?.Name.ToString() ?? "", Type(at, person)?.Tone ?? 6,
            signed[person.Id], name, day, T["foot", ShortCode.Spaced(ShortCode.Of(person.Id))]))];
    }

    private static DateTimeOffset? Beginning(DateOnly? day, Say say) =>
        day is { } known ? say.Instant(known.ToDateTime(TimeOnly.MinValue)).ToUniversalTime() : null;

    private static TicketType? Type(Organised at, Person person) => at.Event.AnyTicketType(person.TypeId);
}
