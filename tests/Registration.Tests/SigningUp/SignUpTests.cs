using System.Net;
using EventOps.Registration.Events;
using EventOps.Registration.Pools;

namespace EventOps.Registration.Tests.SigningUp;

/// <summary>The sign-up form as a person without JavaScript fills it in.</summary>
public sealed class SignUpTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    private static readonly (string, string?)[] s_aylin =
    [
        ("givenName-1", "Aylin"), ("familyName-1", "Yüksel-Maier"), ("email-1", "aylin@stadt.example"),
        ("organisation-1", "Stadtbibliothek"),
    ];

    [Fact]
    public async Task Whoever_fills_the_form_in_gets_a_ticket_with_the_own_name()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var ticket = await SignUp(browser, planned, s_aylin);
        Assert.Equal(HttpStatusCode.OK, ticket.Status);
        Assert.Equal("Sie sind dabei.", ticket.At("h1"));
        Assert.Contains("Aylin Yüksel-Maier", ticket.Text, StringComparison.Ordinal);
        Assert.Contains("aylin@stadt.example", ticket.Text, StringComparison.Ordinal);
        Assert.NotNull(ticket.Html.QuerySelector("svg.qr path"));
        Assert.Equal(1, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
    }

    [Fact]
    public async Task The_same_form_sent_twice_and_at_once_takes_one_place_and_leads_to_one_ticket()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var form = await Form(browser, planned);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(browser, planned, form, s_aylin)));
        var done = answers.Where(answer => answer.Status == HttpStatusCode.OK).ToList();
        Assert.NotEmpty(done);
        Assert.Single(done.Select(answer => answer.Url).Distinct());
        Assert.Equal(1, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
        Assert.Equal(done[0].Url, (await Send(browser, planned, form, s_aylin)).Url);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused_and_nothing_typed_is_lost()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var form = await Form(browser, planned);
        await Send(browser, planned, form, s_aylin);
        var changed = await Send(
            browser, planned, form, [.. s_aylin.Where(f => f.Item1 != "givenName-1"), ("givenName-1", "Ayşe")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Equal("Ayşe", changed.Html.GetElementById("givenName-1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Missing_fields_come_back_with_everything_typed_and_a_summary_that_takes_the_focus()
    {
        var planned = await PlannedEvent.In(host, types: ["Stadt", "Gäste"]);
        using var browser = host.As();
        var page = await Send(browser, planned, await Form(browser, planned), [("givenName-1", "Aylin"), ("email-1", "aylin@")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Fehler", page.Title, StringComparison.Ordinal);
        var summary = page.Html.QuerySelector(".error-summary")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(
            ["#type", "#familyName-1", "#email-1"], summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.All(
            summary.QuerySelectorAll("a"), link => Assert.NotNull(page.Html.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Contains("value=\"Aylin\"", page.Source, StringComparison.Ordinal);
        Assert.Contains("value=\"aylin@\"", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_place_goes_once_and_the_next_one_is_told_that_it_is_sold_out()
    {
        var planned = await PlannedEvent.In(host, capacity: 1);
        using var browser = host.As();
        var second = await Form(browser, planned);
        Assert.Equal(HttpStatusCode.OK, (await SignUp(browser, planned, s_aylin)).Status);
        var refused = await Send(browser, planned, second, s_aylin);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Plätze", refused.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Yüksel-Maier", refused.Html.GetElementById("familyName-1")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("website", "http://spam.example")]
    [InlineData("key", "forged")]
    public async Task A_form_that_no_person_filled_in_takes_no_place(string field, string value)
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var page = await Send(browser, planned, await Form(browser, planned), [.. s_aylin, (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(0, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
    }

    [Fact]
    public async Task A_form_whose_antiforgery_token_is_gone_comes_back_with_everything_typed_and_takes_no_place()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var page = await Send(
            browser, planned, await Form(browser, planned), [.. s_aylin, ("__RequestVerificationToken", "forged")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Yüksel-Maier", page.Html.GetElementById("familyName-1")!.GetAttribute("value"));
        Assert.Equal(0, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
    }

    [Theory]
    [InlineData("A\u202Efdp.exe")]
    [InlineData("A\u0001B")]
    [InlineData("A\nB")]
    public async Task Hidden_characters_in_a_name_are_refused_with_a_sentence(string name)
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var page = await Send(browser, planned, await Form(browser, planned), [.. s_aylin.Skip(1), ("givenName-1", name)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.At("#givenName-1-error"));
    }

    [Fact]
    public async Task A_name_that_looks_like_a_tag_is_shown_as_text()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var ticket = await SignUp(browser, planned, [.. s_aylin.Skip(1), ("givenName-1", "<script>alert(1)</script>")]);
        Assert.Equal("<script>alert(1)</script> Yüksel-Maier", ticket.At(".badge-name"));
        Assert.DoesNotContain("<script>alert", ticket.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_gets_a_ticket_each()
    {
        var planned = await PlannedEvent.In(host);
        using var browser = host.As();
        var form = await browser.Open($"/events/{planned.Slug}/sign-up?people=2");
        host.Clock.Now += TimeSpan.FromSeconds(10);
        var ticket = await browser.Send(form, $"/events/{planned.Slug}/sign-up",
            [.. s_aylin, ("givenName-2", "Emre"), ("familyName-2", "Yüksel"), ("email-2", ""), ("organisation-2", "")]);
        Assert.Equal(["Aylin Yüksel-Maier", "Emre Yüksel"], ticket.All(".badge-name"));
        Assert.Equal(2, (await host.Store.Load(Pool.Stream(planned.PoolId), Pool.Decider)).State.Taken);
    }

    [Fact]
    public async Task Before_sign_up_opens_the_page_says_when_and_unknown_events_are_not_there()
    {
        var planned = await PlannedEvent.In(host, rules: SignUpRules.Usual with { OpensAt = host.Clock.Now.AddDays(2) });
        using var browser = host.As();
        Assert.Contains("öffnet", (await browser.Open($"/events/{planned.Slug}/sign-up")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/events/nothing-here/sign-up")).Status);
        var hidden = await PlannedEvent.In(host, publish: false);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/events/{hidden.Slug}/sign-up")).Status);
    }

    private Task<Page> SignUp(Browser browser, PlannedEvent planned, params (string, string?)[] filled) =>
        Form(browser, planned).ContinueWith(form => Send(browser, planned, form.Result, filled), TaskScheduler.Default).Unwrap();

    private async Task<Page> Form(Browser browser, PlannedEvent planned)
    {
        var form = await browser.Open($"/events/{planned.Slug}/sign-up");
        host.Clock.Now += TimeSpan.FromSeconds(10); // a person takes a while
        return form;
    }

    private static Task<Page> Send(Browser browser, PlannedEvent planned, Page form, params (string, string?)[] filled) =>
        browser.Send(form, $"/events/{planned.Slug}/sign-up", filled);
}
