using EventOps.Support;

namespace EventOps.Accounts.Tests.Team;

[Collection(nameof(OneInstallation))]
public sealed class TeamTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_invited_organiser_joins_by_mail_and_sees_everything()
    {
        var organiser = await place.Organiser();

        var colleague = await place.Colleague(organiser, "Aylin Maier", "aylin@stadt.example", "organiser");

        Assert.Contains("Aylin Maier", (await colleague.Open("/members")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_starts_at_its_event_and_sees_nothing_else()
    {
        await place.Plan(Installation.Ogtm, "ogtm17", "Nord");
        await place.Plan(Installation.Mucgov, "mucgov18", "Süd");
        var organiser = await place.Organiser();
        var scanner = await place.Colleague(organiser, "Sepp Tor", "sepp@stadt.example", Installation.Ogtm.ToString());

        Assert.Equal(200, (await scanner.Open("/events/ogtm17/scan")).Status);
        Assert.Equal(404, (await scanner.Open("/events/mucgov18/scan")).Status);
        foreach (var closed in new[] { "/events", "/members", "/tokens", "/events/ogtm17/devices", "/forgotten" })
            Assert.Equal((closed, 403), (closed, (await scanner.Open(closed)).Status));
        Assert.Equal(200, (await scanner.Open("/account")).Status);
    }

    [Fact]
    public async Task An_invitation_sent_twice_is_one_person_and_one_mail()
    {
        var organiser = await place.Organiser();
        var form = await organiser.Open("/members/invite");
        (string, string)[] typed = [("name", "Aylin Maier"), ("mail", "aylin@stadt.example"), ("right", "organiser")];

        var answers = await Task.WhenAll(
            organiser.Send(form, "/members/invite", typed), organiser.Send(form, "/members/invite", typed));
        await Quiet.WaitForMessages(place.Host.Services);

        Assert.All(answers, answer => Assert.Equal("/members?done=invited", answer.Location));
        Assert.Single(place.Mail.Sent);
        Assert.Equal(2L, await place.Database.Read<long>("select count(*) from accounts.personal"));
    }

    [Fact]
    public async Task A_mail_belongs_to_one_colleague()
    {
        var organiser = await place.Organiser();

        var again = await Installation.Invite(organiser, "Rosa zwei", "Rosa.Huber@STADT.example");

        Assert.Equal(422, again.Status);
        Assert.Contains("already has this address", again.Text, StringComparison.Ordinal);
        Assert.Equal("Rosa zwei", again.Value("name"));
        Assert.Equal(1L, await place.Database.Read<long>("select count(*) from accounts.members"));
    }

    [Fact]
    public async Task A_revoked_right_ends_on_every_host_within_five_seconds()
    {
        var organiser = await place.Organiser();
        var colleague = await place.Colleague(organiser, "Aylin Maier", "aylin@stadt.example", "organiser");
        var elsewhere = colleague.At(place.Other.Address);
        Assert.Equal(200, (await elsewhere.Open("/members")).Status);

        var id = await IdOf("aylin@stadt.example");
        Assert.Equal("/members", (await organiser.Fill("/members", $"/members/{id}/rights/revoke")).Location);
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal(403, (await colleague.Open("/members")).Status);
        Assert.Equal(403, (await elsewhere.Open("/members")).Status);
    }

    [Fact]
    public async Task Organisers_keep_their_own_right()
    {
        var organiser = await place.Organiser();
        var page = await organiser.Open("/members");
        var id = await IdOf(Installation.FirstMail);
        Assert.Null(page.Html.QuerySelector($"form[action='/members/{id}/remove']"));
        var token = page.Value("__RequestVerificationToken")!;

        var forced = await organiser.Send(new(HttpMethod.Post, $"/members/{id}/rights/revoke")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("right", "organiser")]),
        });

        Assert.Equal(409, forced.Status);
        Assert.Contains("one organiser always stays", forced.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await organiser.Open("/members")).Status);
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_leaves_no_personal_row()
    {
        var organiser = await place.Organiser();
        var colleague = await place.Colleague(organiser, "Aylin Maier", "aylin@stadt.example", "organiser");
        var id = await IdOf("aylin@stadt.example");

        await organiser.Fill("/members", $"/members/{id}/remove");
        place.Clock.Forward(TimeSpan.FromSeconds(5));

        Assert.Equal(302, (await colleague.Open("/members")).Status);
        foreach (var table in new[] { "personal", "credentials", "sessions", "rights", "members" })
            Assert.Equal((table, 0L), (table, await place.Rows($"accounts.{table}", id.ToString())));
    }

    [Fact]
    public async Task An_invitation_works_once()
    {
        var organiser = await place.Organiser();
        await Installation.Invite(organiser, "Aylin", "aylin@stadt.example");
        var link = await place.LinkTo("aylin@stadt.example");
        await place.Host.Visitor().Fill(link, "/join", ("password", Installation.Password));

        Assert.Equal(410, (await place.Host.Visitor().Open(link)).Status);
    }

    [Fact]
    public async Task Names_that_turn_text_around_are_refused_with_a_sentence_and_long_ones_too()
    {
        var organiser = await place.Organiser();
        foreach (var name in new[] { "Rosa\u202eHuber", "Rosa\u0007", new string('R', 100_000) })
        {
            var again = await Installation.Invite(organiser, name, "a@stadt.example");
            Assert.Equal(422, again.Status);
            Assert.Contains("Enter a name", again.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_event_log_holds_no_name_and_no_mail()
    {
        await place.Colleague(await place.Organiser(), "Aylin Maier", "aylin@stadt.example", "organiser");

        string[] tables =
        [
            "eventops.mt_events", "eventops_side.idempotency", "messaging.queue", "messaging.handled", "accounts.members",
            "accounts.rights",
        ];
        foreach (var table in tables)
            Assert.Equal((table, 0L), (table, await place.Rows(table, "aylin|rosa|huber|stadt.example")));
    }

    private Task<Guid> IdOf(string mail) =>
        place.Database.Read<Guid>($"select subject_id from accounts.personal where mail = '{mail}'");
}
