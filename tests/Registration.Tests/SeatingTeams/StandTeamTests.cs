using System.Net;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Registration.ManagingARegistration;
using EventOps.Registration.Pools;
using EventOps.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests;

/// <summary>People at stands as Registration hears of them.</summary>
public sealed class StandTeamTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    private readonly Guid _exhibitor = Guid.CreateVersion7();

    [Fact]
    public async Task Each_gets_a_ticket_under_their_id_by_mail_with_the_stand_on_it()
    {
        var planned = await PlannedEvent.In(host);
        var (anna, bodo) = (Person("Anna", "Amsel"), Person("Bodo", "Bach"));
        await Tell(planned, 3, ["A12", "A13"], anna, bodo);
        Assert.All(new[] { anna, bodo }, id => Assert.Contains(host.Mail.Sent, mail => mail.To == Address(id)));
        Assert.Equal(2, (await Places(planned)).Taken);
        var page = await host.Organiser().Open($"/events/{planned.Slug}/badges");
        Assert.Contains("Amsel", page.Text, StringComparison.Ordinal);
        Assert.Contains("Stadtwerke, Stand A12, A13", page.Text, StringComparison.Ordinal);
        var holders = host.Services.GetRequiredKeyedService<IPeople>(IPeople.Holders);
        Assert.Equal("Anna", (await holders.Find([anna], default))[anna].GivenName);
    }

    [Fact]
    public async Task The_ticket_page_says_where_they_work_and_follows_when_the_stand_changes()
    {
        var planned = await PlannedEvent.In(host);
        var anna = Person("Anna", "Ahorn");
        await Tell(planned, 1, ["A1"], anna);
        var page = await host.As().Open(await TicketOf(anna));
        Assert.Contains("Stadtwerke, Stand A1", page.Text, StringComparison.Ordinal);
        await Tell(planned, 2, ["B7"], anna);
        page = await host.As().Open(await TicketOf(anna));
        Assert.Contains("Stand B7", page.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.Sent, mail => mail.To == Address(anna));
    }

    [Fact]
    public async Task Who_is_not_in_the_team_any_more_loses_the_ticket_and_gets_it_back_with_the_same_code()
    {
        var planned = await PlannedEvent.In(host);
        var (anna, bodo) = (Person("Anna", "Albers"), Person("Bodo", "Beck"));
        await Tell(planned, 1, ["A1"], anna, bodo);
        await Tell(planned, 2, ["A1"], anna);
        Assert.Equal("cancelled", await Status(bodo));
        Assert.Equal(1, (await Places(planned)).Taken);
        Assert.Empty(await host.Services.GetRequiredKeyedService<IPeople>(IPeople.Holders).Find([bodo], default));
        await Tell(planned, 3, ["A1"], anna, bodo);
        Assert.Equal("expected", await Status(bodo));
        Assert.Equal(2, (await Places(planned)).Taken);
        Assert.Equal(2, host.Mail.Sent.Count(mail => mail.To == Address(bodo)));
        Assert.Equal(HttpStatusCode.OK, (await host.As().Open(await TicketOf(bodo))).Status);
    }

    [Fact]
    public async Task An_older_version_that_comes_late_and_one_that_comes_twice_change_nothing()
    {
        var planned = await PlannedEvent.In(host);
        var (anna, bodo) = (Person("Anna", "Arndt"), Person("Bodo", "Busch"));
        await Tell(planned, 5, ["A1"], anna);
        await Tell(planned, 4, ["Z9"], anna, bodo);
        Assert.Null(await Status(bodo));
        await Tell(planned, 5, ["A1"], anna);
        await Tell(planned, 5, ["A1"], anna);
        Assert.Single(host.Mail.Sent, mail => mail.To == Address(anna));
        Assert.Equal(1, (await Places(planned)).Taken);
    }

    [Fact]
    public async Task Where_places_are_short_the_first_get_them_the_organiser_reads_it_and_the_rest_follow_when_there_are_more()
    {
        var planned = await PlannedEvent.In(host, capacity: 2);
        var (anna, bodo, cem) = (Person("Anna", "Adler"), Person("Bodo", "Blum"), Person("Cem", "Can"));
        await Tell(planned, 1, ["A1"], anna, bodo, cem);
        Assert.Equal(("expected", "expected", null), (await Status(anna), await Status(bodo), await Status(cem)));
        Assert.Equal(2, (await Places(planned)).Taken);
        var page = await host.Organiser().Open($"/events/{planned.Slug}/overview");
        Assert.Contains("1 Person, die an einem Stand arbeitet, hat kein Ticket", page.Text, StringComparison.Ordinal);

        await host.Store.Handle(Pool.Stream(planned.PoolId), Pool.Decider, new ChangeCapacity(3));
        await Until(async () => await Status(cem) == "expected");
        page = await host.Organiser().Open($"/events/{planned.Slug}/overview");
        Assert.DoesNotContain("hat kein Ticket", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_goes_back_is_free_for_the_next_of_the_team_at_once()
    {
        var planned = await PlannedEvent.In(host, capacity: 1);
        var (anna, bodo) = (Person("Anna", "Appel"), Person("Bodo", "Brandt"));
        await Tell(planned, 1, ["A1"], anna);
        await Tell(planned, 2, ["A1"], bodo);
        Assert.Equal(("cancelled", "expected"), (await Status(anna), await Status(bodo)));
    }

    [Fact]
    public async Task Who_gave_the_ticket_back_is_not_signed_up_again_behind_their_back()
    {
        var planned = await PlannedEvent.In(host);
        var anna = Person("Anna", "Auer");
        await Tell(planned, 1, ["A1"], anna);
        var (registration, pool) = (await Registration(anna), planned.PoolId);
        await host.Store.Handle(GivePlaceBack.Work(registration, [pool], anna));
        await Tell(planned, 2, ["A2"], anna);
        Assert.Equal("cancelled", await Status(anna));
    }

    [Fact]
    public async Task A_corrected_name_reaches_the_badge_and_another_kind_of_ticket_replaces_the_old_one()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Aussteller"]);
        var anna = Person("Anna", "Alt");
        await Tell(planned, 1, ["A1"], anna);
        TeamNames.People[anna] = TeamNames.People[anna] with { FamilyName = "Neu" };
        await Tell(planned, 2, ["A1"], anna);
        Assert.Equal("Neu", await host.Database.Read<string>(
            $"select family_name from registration.personal where subject_id = '{anna}'"));
        await TellOfType(planned, planned.Types[1].Id, 3, ["A1"], anna);
        Assert.Equal(
            planned.Types[1].Id, await host.Database.Read<Guid>(
                $"select ticket_type_id from registration.attendees where attendee_id = '{anna}'"));
        Assert.Equal(1, (await Places(planned)).Taken);
    }

    [Fact]
    public async Task Whoever_was_erased_before_gets_no_ticket()
    {
        var planned = await PlannedEvent.In(host);
        await Tell(planned, 1, ["A1"], Guid.CreateVersion7());
        Assert.Equal(0, (await Places(planned)).Taken);
    }

    private static Guid Person(string given, string family)
    {
        var id = Guid.CreateVersion7();
        TeamNames.People[id] = new(given, family, "Stadtwerke", $"{given}.{family}.{id:N}@example.org", "de");
        return id;
    }

    private static string Address(Guid id) => TeamNames.People[id].Email;

    private Task Tell(PlannedEvent planned, long version, string[] stands, params Guid[] people) =>
        TellOfType(planned, planned.Type.Id, version, stands, people);

    private async Task TellOfType(PlannedEvent planned, Guid type, long version, string[] stands, params Guid[] people)
    {
        var told = new StandTeamChanged(planned.Id, _exhibitor, version, type, stands, people);
        await host.Store.Handle(new Work().Then(commit => commit.Publish(told, $"exhibitor-{_exhibitor}")));
        await Quiet.WaitForMessages(host.Services);
    }

    private async Task<string> TicketOf(Guid id) =>
        (await host.Services.GetRequiredService<RegistrationRecords>().Of(await Registration(id), default))!.Path;

    private async Task<Guid> Registration(Guid id) =>
        await host.Database.Read<Guid>($"select registration_id from registration.attendees where attendee_id = '{id}'");

    private async Task<string?> Status(Guid id) =>
        await host.Database.Read<string>($"select max(status) from registration.attendees where attendee_id = '{id}'");

    private async Task<Pool> Places(PlannedEvent planned) =>
        (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State;

    private Task Until(Func<Task<bool>> isTrue) =>
        Quiet.Until(host.Services.GetRequiredService<Wakeups>(), TimeSpan.FromSeconds(60), isTrue);
}

/// <summary>Stands in for Marketplace: names of people at stands.</summary>
public sealed class TeamNames : IPeople
{
    public static System.Collections.Concurrent.ConcurrentDictionary<Guid, KnownPerson> People { get; } = new();

    public Task<IReadOnlyDictionary<Guid, KnownPerson>> Find(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid,
            KnownPerson>>(ids.Where(People.ContainsKey).ToDictionary(id => id, id => People[id]));
}
