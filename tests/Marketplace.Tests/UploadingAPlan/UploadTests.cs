using System.Net;
using System.Text;
using EventOps.Registration.Tests;

namespace EventOps.Marketplace.Tests.UploadingAPlan;

public class UploadTests(MarketHost host) : IClassFixture<MarketHost>
{
    private const string Drawing = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" onload="alert(1)"><script>alert(1)</script>
          <path d="M0 0H400V200H0Z" style="fill:none;stroke:#333"/>
          <g id="stands"><rect id="S1" x="10" y="10" width="30" height="20"/><rect id="S2" x="50" y="10" width="30" height="20"/></g></svg>
        """;

    [Fact]
    public async Task A_drawing_gives_the_floor_its_size_and_brings_its_stands()
    {
        var fair = await host.Event();
        var desk = await Upload(fair, Encoding.UTF8.GetBytes(Drawing), "halle.svg", ("width", "40"), ("stands", "true"));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("2 Stände auf 40 × 20 m", desk.Text, StringComparison.Ordinal);
        var plan = await fair.Now();
        Assert.Equal(["S1", "S2"], plan.Stands.Select(stand => stand.Number));
        Assert.Equal(new Marketplace.Plans.Box(1, 1, 3, 2), plan.Stands.First().Box);

        var url = desk.Html.QuerySelector("svg.plan image")!.GetAttribute("href")!;
        var picture = await host.As().Http.GetAsync(url);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
            picture.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        var served = await picture.Content.ReadAsStringAsync();
        Assert.Contains("stroke=\"#333\"", served, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", served, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "If-None-Match", picture.Headers.ETag!.Tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await host.As().Http.SendAsync(again)).StatusCode);
        Assert.Equal(
            32, await host.Database.Read<int>($"select length(sha256) from marketplace.plan_files where event_id = '{fair.Id}'"));
    }

    [Fact]
    public async Task What_lies_in_the_database_is_cleaned_again_when_it_is_read()
    {
        var fair = await host.Event();
        var desk = await Upload(fair, Encoding.UTF8.GetBytes(Drawing), "halle.svg", ("width", "40"));
        await host.Database.Execute($"""
            update marketplace.plan_files set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '<path', '<script>alert(1)</script><path'), 'UTF8')
            where event_id = '{fair.Id}'
            """);
        var served = await host.As().Http.GetStringAsync(desk.Html.QuerySelector("svg.plan image")!.GetAttribute("href"));
        Assert.Contains("<path", served, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", served, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_lies_below_the_stands_and_a_former_one_is_the_organisers_alone()
    {
        var fair = await host.Fair(1);
        var desk = await Upload(fair, RasterTests.Png(4000, 2500, notes: true), "halle.svg", ("width", "40"));
        var first = desk.Html.QuerySelector("svg.plan image")!.GetAttribute("href")!;
        Assert.Equal("image/png", (await host.As().Http.GetAsync(first)).Content.Headers.ContentType!.MediaType);
        await Upload(fair, RasterTests.Png(800, 500, notes: false), "x.png", ("width", "40"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As().Http.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Organiser().Http.GetAsync(first)).StatusCode);

        var other = await host.Event();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Organiser().Http.GetAsync(first.Replace(fair.Slug, other.Slug, StringComparison.Ordinal))).StatusCode);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", "einfaches SVG")]
    [InlineData("%PDF-1.7", "weder SVG noch PNG noch JPEG")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "wie groß sie ist")]
    public async Task What_cannot_be_taken_is_told_with_what_to_do(string file, string says)
    {
        var fair = await host.Fair(1);
        var page = await Upload(fair, Encoding.UTF8.GetBytes(file), "halle.svg", ("width", "40"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Null((await fair.Now()).Background);
    }

    [Fact]
    public async Task A_picture_too_small_for_the_stands_is_refused_whole()
    {
        var fair = await host.Fair(3);
        var page = await Upload(fair, RasterTests.Png(400, 200, notes: false), "halle.png", ("width", "5"));
        Assert.Contains("außerhalb der Fläche", page.At(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(
            0, await host.Database.Read<long>($"select count(*) from marketplace.plan_files where event_id = '{fair.Id}'"));
    }

    private async Task<Page> Upload(Fair fair, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var organiser = host.Organiser();
        var url = $"{fair.Market}/plan/picture";
        var form = (await organiser.Open(url)).Html.Forms.Single(form => form.GetAttribute("action") == url);
        using var body = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
            body.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        foreach (var (field, value) in fields) body.Add(new StringContent(value), field);
        body.Add(new ByteArrayContent(file), "file", name);
        var answer = await organiser.Http.PostAsync(url, body);
        return answer.StatusCode == HttpStatusCode.SeeOther ? await organiser.Open(answer.Headers.Location!.ToString()) : new(
            url, answer, "", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }
}
