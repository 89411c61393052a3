using System.Net;
using EventOps.Ui.Tests;

namespace EventOps.Marketplace.Tests.Directory;

public class SignTests(MarketHost host) : IClassFixture<MarketHost>
{
    [Theory]
    [InlineData("", "595\\.\\d+ x 841\\.\\d+")]
    [InlineData("?size=a5", "420\\.\\d+ x 595\\.\\d+")]
    public async Task Each_stand_has_a_page_with_its_number_and_a_code_to_its_page(string query, string size)
    {
        var fair = await host.Fair(3);
        var (exhibitor, _) = await fair.Book("A2");
        await host.Database.Execute($"insert into marketplace.entries (exhibitor_id, event_id, name) values ('{exhibitor}', '{fair.Id}', 'Bürgerbot Süd')");
        var page = await host.Organiser().Open($"{fair.Market}/signs");
        Assert.NotNull(page.Html.QuerySelector($"a[href='{fair.Market}/signs.pdf{query}']"));
        var answer = await host.Organiser().Http.GetAsync($"{fair.Market}/signs.pdf{query}");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var (text, info, codes) = Tool.With(file => file.Write(bytes), pdf =>
            (Tool.Run("pdftotext", "-layout", pdf, "-"), Tool.Run("pdfinfo", pdf), Tool.QrCodes(Tool.Rasterise(pdf, 80))));
        foreach (var words in (string[])["A1", "A2", "A3", "Bürgerbot Süd", "Open Government Tag", "Code scannen"])
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Matches(@"Pages:\s+3\n", info);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(size, info);
        Assert.Equal([$"http://veranstaltung.example{fair.Url}/stands/A1"], codes);
    }

    [Fact]
    public async Task Signs_are_the_organisers_and_need_stands()
    {
        var bare = await host.Event();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Organiser().Http.GetAsync($"{bare.Market}/signs.pdf")).StatusCode);
        var fair = await host.Fair(1);
        Assert.NotEqual(HttpStatusCode.OK, (await host.As().Http.GetAsync($"{fair.Market}/signs.pdf")).StatusCode);
    }
}
