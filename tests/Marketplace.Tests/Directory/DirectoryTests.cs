using System.Net;
using System.Text.Json;
using EventOps.EventStore;
using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Tests.Directory;

public class DirectoryTests(MarketHost host) : IClassFixture<MarketHost>
{
    [Fact]
    public async Task Visitors_find_who_is_where_by_words_and_topic()
    {
        var fair = await Filled();
        var visitor = host.As();
        var all = await visitor.Open($"{fair.Url}/stands");
        Assert.Equal(["Bürgerbot", "Smarter Together"], all.All(".card-title"));
        Assert.Equal(["Smarter Together"], (await visitor.Open($"{fair.Url}/stands?q=daten+VIERTEL")).All(".card-title"));
        Assert.Equal(["Bürgerbot"], (await visitor.Open($"{fair.Url}/stands?q=burgerbot")).All(".card-title"));
        Assert.Equal(["Bürgerbot"], (await visitor.Open($"{fair.Url}/stands?topic=Chatbots")).All(".card-title"));
        Assert.Equal(["Smarter Together"], (await visitor.Open($"{fair.Url}/stands?q=a3")).All(".card-title"));
        Assert.Contains("Nichts gefunden", (await visitor.Open($"{fair.Url}/stands?q=Ufo")).Text, StringComparison.Ordinal);

        // Who has not published is taken, and nameless.
        Assert.DoesNotContain("Heimlich", all.Text, StringComparison.Ordinal);
        Assert.Contains("belegt", all.At("#stand-A4"), StringComparison.Ordinal);
        Assert.Contains("frei", all.At("#stand-A2"), StringComparison.Ordinal);
        Assert.Contains(
            "Stand A1, belegt, 3 × 2 m, Bürgerbot", all.Html.QuerySelector("[data-stand]")!.GetAttribute("aria-label"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_is_taken_to_the_public_and_tells_nobody()
    {
        var fair = await host.Fair(1);
        var exhibitor = Guid.NewGuid();
        await Enter(fair, exhibitor, "Eilig", "", []);
        await fair.Do(new Work().On(Marketplace.Stands.Stand.Stream(fair["A1"].Id), Marketplace.Stands.Stand.Decider, new Marketplace.Stands.HoldStand(
            Guid.NewGuid(), exhibitor, host.Clock.Now, host.Clock.Now.AddMinutes(15), host.Clock.Now.AddHours(1))));
        var page = await host.As().Open($"{fair.Url}/stands");
        Assert.Contains("belegt", page.At("#stand-A1"), StringComparison.Ordinal);
        Assert.DoesNotContain("Eilig", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gehalten", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "gehalten", (await host.Organiser().Open($"{fair.Market}/plan")).At("#stand-A1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nearest_comes_first()
    {
        var fair = await Filled();
        var door = new Entrance(Guid.NewGuid(), new("Eingang Ost", "East entrance"), 39, 2);
        await fair.Do(new Work().On(fair.PlanStream, Plan.Decider, new PutEntrance(door)));
        var visitor = host.As();
        Assert.Equal(
            ["Smarter Together", "Bürgerbot"], (await visitor.Open($"{fair.Url}/stands?near={door.Id}")).All(".card-title"));
        var near = await visitor.Open($"{fair.Url}/stands?near=a1");
        Assert.Equal(["Bürgerbot", "Smarter Together"], near.All(".card-title"));
        Assert.Contains("Sie sind hier", near.At(".card"), StringComparison.Ordinal);
        Assert.Contains("Das Nächste von Stand A1 aus zuerst", near.At("[role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_stand_has_a_page_where_its_sign_leads()
    {
        var fair = await Filled();
        var visitor = host.As();
        var page = await visitor.Open($"{fair.Url}/stands/a1");
        Assert.Equal("Bürgerbot", page.At("h1"));
        Assert.NotNull(page.Html.QuerySelector(".plan-stand.is-here[aria-current=true]"));
        Assert.Equal(
            ["https://buergerbot.example/"], page.Html.QuerySelectorAll(".prose li a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.Html.QuerySelectorAll("main script, .prose b"));
        Assert.Contains("noch niemand", (await visitor.Open($"{fair.Url}/stands/A2")).Text, StringComparison.Ordinal);
        Assert.Contains("noch nicht vorgestellt", (await visitor.Open($"{fair.Url}/stands/A4")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open($"{fair.Url}/stands/Z99")).Status);
    }

    [Fact]
    public async Task A_page_that_is_known_is_not_sent_again_until_something_changes()
    {
        var fair = await Filled();
        var visitor = host.As().Http;
        foreach (var path in (string[])["/stands", "/stands/A1"])
        {
            var first = await visitor.GetAsync(fair.Url + path);
            Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
            Assert.Contains("Cookie", string.Join(',', first.Headers.Vary), StringComparison.Ordinal);
            async Task<HttpResponseMessage> Again(string language = "de")
            {
                using var ask = new HttpRequestMessage(HttpMethod.Get, fair.Url + path);
                ask.Headers.Add("If-None-Match", first.Headers.ETag!.Tag);
                ask.Headers.Add("Accept-Language", language);
                return await visitor.SendAsync(ask);
            }

            var same = await Again();
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
            Assert.Contains("Accept-Language", string.Join(',', same.Headers.Vary), StringComparison.Ordinal);
            await host.Database.Execute(
                $"update marketplace.entries set about_de = about_de || '!' where event_id = '{fair.Id}'");
            Assert.Equal(HttpStatusCode.OK, (await Again()).StatusCode);
        }

        using var organiser = host.Organiser();
        Assert.Equal("no-store", (await organiser.Http.GetAsync($"{fair.Url}/stands")).Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_same_is_there_as_json()
    {
        var fair = await Filled();
        using var json = JsonDocument.Parse(await host.As().Http.GetStringAsync($"/api/v1{fair.Url}/stands"));
        var stands = json.RootElement.GetProperty("stands");
        Assert.Equal(4, stands.GetArrayLength());
        Assert.Equal("A1", stands[0].GetProperty("number").GetString());
        Assert.Equal(250, stands[0].GetProperty("netPrice").GetDecimal());
        Assert.False(stands[3].GetProperty("free").GetBoolean());
        Assert.Equal(JsonValueKind.Null, stands[3].GetProperty("exhibitorId").ValueKind);
        Assert.Equal("Bürgerbot", json.RootElement.GetProperty("exhibitors")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Before_there_is_a_plan_or_an_event_there_is_nothing()
    {
        var bare = await host.Event();
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{bare.Url}/stands")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Http.GetAsync($"/api/v1{bare.Url}/stands")).StatusCode);
        var hidden = await host.Event(published: false);
        await hidden.Do(new Work().On(hidden.PlanStream, Plan.Decider, new DrawPlan(hidden.Id, new(10, 10))));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Open($"{hidden.Url}/stands")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Organiser().Open($"{hidden.Url}/stands")).Status);
    }

    // A1 and A3 have published entries, A4 has an unpublished one, A2 is free.
    private async Task<Fair> Filled()
    {
        var fair = await host.Fair(4);
        await Enter(fair, (await fair.Book("A1")).Exhibitor, "Bürgerbot", "Fragen an das Amt, nachts um zwei <b>fett</b>", ["Chatbots"],
            "https://buergerbot.example/", "javascript:alert(1)", "kein Link");
        await Enter(fair, (await fair.Book("A3")).Exhibitor, "Smarter Together", "Daten im Viertel", ["Daten", "Viertel"]);
        await Enter(fair, (await fair.Book("A4")).Exhibitor, "Heimlich", "", []);
        await host.Database.Execute(
            $"update marketplace.entries set published = false where event_id = '{fair.Id}' and name = 'Heimlich'");
        return fair;
    }

    internal Task Enter(Fair fair, Guid exhibitor, string name, string about, string[] topics, params string[] links) => host.Database.Execute($"""
        insert into marketplace.entries (exhibitor_id, event_id, name, about_de, links, topics, published)
        values ('{exhibitor}', '{fair.Id}', '{name}', '{about}', array[{Quoted(links)}]::text[], array[{Quoted(topics)}]::text[], true)
        """);

    private static string Quoted(string[] texts) => string.Join(',', texts.Select(text => $"'{text}'"));
}
