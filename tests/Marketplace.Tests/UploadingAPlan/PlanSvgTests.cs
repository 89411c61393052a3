using System.Text;
using EventOps.Marketplace.Pictures;
using EventOps.Marketplace.UploadingAPlan;

namespace EventOps.Marketplace.Tests.UploadingAPlan;

public class PlanSvgTests
{
    private const string Space = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a href=\"javascript:alert(1)\"><rect width=\"1\" height=\"1\"/></a>")]
    [InlineData("<rect width=\"1\" height=\"1\" onload=\"alert(1)\" onClick=\"alert(1)\"/>")]
    [InlineData("<use href=\"https://elsewhere.example/x.svg#a\"/>")]
    [InlineData("<use xlink:href=\"data:image/svg+xml;base64,PHN2Zz4=#a\"/>")]
    [InlineData("<image href=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+\"/>")]
    [InlineData("<image xlink:href=\"https://elsewhere.example/pixel.png\"/>")]
    [InlineData("<image href=\"data:image/png;base64,bm8gcGljdHVyZQ==\"/>")]
    [InlineData("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/><set attributeName=\"onload\" to=\"alert(1)\"/>")]
    [InlineData("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></body></foreignObject>")]
    [InlineData("<style>rect { background: url(https://elsewhere.example/) }</style>")]
    [InlineData("<filter id=\"f\"><feImage href=\"https://elsewhere.example/\"/></filter>")]
    [InlineData("<metadata><x:rdf xmlns:x=\"urn:x\" onload=\"alert(1)\"/></metadata>")]
    [InlineData("<handler xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\">alert(1)</handler>")]
    [InlineData("<rect width=\"1\" height=\"1\" fill=\"url(https://elsewhere.example/#a)\"/>")]
    [InlineData("<rect width=\"1\" height=\"1\" style=\"fill:URL( 'javascript:alert(1)' )\"/>")]
    [InlineData("<rect width=\"1\" height=\"1\" fill=\"\\75rl(javascript:alert(1))\"/>")]
    [InlineData("<rect width=\"1\" height=\"1\" style=\"fill:u/**/rl(javascript:alert(1))\"/>")]
    [InlineData("<rect width=\"1\" height=\"1\" style=\"clip-path:image-set('https://elsewhere.example/' 1x)\"/>")]
    [InlineData("<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>")]
    [InlineData("<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>")]
    [InlineData("<?xml-stylesheet href=\"https://elsewhere.example/\"?><!-- alert(1) -->")]
    public void Nothing_that_acts_or_loads_comes_through(string inside)
    {
        var (svg, fault) = Read($"<svg {Space} viewBox=\"0 0 10 10\" onload=\"alert(1)\">{inside}<g id=\"end\"/></svg>");
        Assert.Null(fault);
        var text = Encoding.UTF8.GetString(svg!.ToBytes());
        Assert.DoesNotContain("alert", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("elsewhere", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("svg+xml", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("data:", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("id=\"end\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paint_in_styles_becomes_attributes_and_the_rest_of_it_goes()
    {
        var (svg, _) = Read($"""
            <svg {Space} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="210mm" height="297mm">
              <g inkscape:label="Wände" style="fill:#336699;stroke:none;behavior:url(#x);-inkscape-font-specification:'Sans';stroke-width:2 !important">
                <path d="M0 0h10v10z" fill="red" style="fill:#00ff00"/><text x="1">Bühne &amp; <tspan>Saal</tspan></text></g></svg>
            """);
        var group = svg!.Root.Elements().Single();
        Assert.Equal("#336699", group.Attribute("fill")!.Value);
        Assert.Equal("2", group.Attribute("stroke-width")!.Value);
        Assert.Equal(3, group.Attributes().Count());
        Assert.Equal("#00ff00", group.Elements().First().Attribute("fill")!.Value);
        Assert.Equal("Bühne & Saal", group.Elements().Last().Value);
        Assert.Equal("0 0 210 297", svg.Root.Attribute("viewBox")!.Value);
    }

    [Fact]
    public void A_document_type_is_refused_by_its_name()
    {
        var illustrator = $"""
            <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
              <!ENTITY ns_svg "http://www.w3.org/2000/svg"> <!ENTITY a "aaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;">]>
            <svg {Space} viewBox="0 0 1 1"><text>&b;</text></svg>
            """;
        Assert.Equal(PictureFault.HasDocumentType, Read(illustrator).Fault);
    }

    [Theory]
    [InlineData("", PictureFault.UnknownKind)]
    [InlineData("GIF89a", PictureFault.UnknownKind)]
    [InlineData("<html><body/></html>", PictureFault.UnknownKind)]
    [InlineData("<svg viewBox=\"0 0 1 1\"/>", PictureFault.UnknownKind)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g>", PictureFault.Broken)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", PictureFault.NoSize)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"100%\"/>", PictureFault.NoSize)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 -1 1e999\"/>", PictureFault.NoSize)]
    public void What_cannot_be_a_plan_is_told_apart(string file, PictureFault fault) => Assert.Equal(fault, Read(file).Fault);

    [Fact]
    public void Limits_hold()
    {
        Assert.Equal(PictureFault.TooLarge, Read(Around(string.Concat(Enumerable.Repeat("<g/>", 20_001)))).Fault);
        Assert.Null(Read(Around(string.Concat(Enumerable.Repeat("<g/>", 19_000)))).Fault);
        Assert.Equal(PictureFault.TooLarge, Read(Around(Nested(64))).Fault);
        Assert.Null(Read(Around(Nested(62))).Fault);
        Assert.Equal(
            PictureFault.TooLarge,
            Read(Around(string.Concat(Enumerable.Repeat("<use href=\"#end\"/>", 201)) + "<g id=\"end\"/>")).Fault);
        Assert.Equal(PictureFault.TooLarge, Read(Around($"<text>{new string('a', PlanSvg.MostBytes)}</text>")).Fault);
        static string Nested(int layers) =>
            string.Concat(Enumerable.Repeat("<g>", layers)) + string.Concat(Enumerable.Repeat("</g>", layers));
    }

    [Fact]
    public void References_cannot_multiply()
    {
        var bomb = new StringBuilder("<g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>");
        for (var at = 1; at < 20; at++) bomb.Append("<g id=\"a" + at + "\">")
            .Append(string.Concat(Enumerable.Repeat("<use href=\"#a" + (at - 1) + "\"/>", 5))).Append("</g>");
        bomb.Append("<use href=\"#a0\"/><g id=\"self\"><use href=\"#self\"/></g><use href=\"#missing\"/>");
        bomb.Append("<pattern id=\"p\"><rect width=\"1\" height=\"1\" fill=\"url(#p)\"/><use href=\"#a0\"/></pattern>");
        var (svg, _) = Read(Around(bomb.ToString()));
        var uses = svg!.Root.Descendants(Svg.Space + "use").ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Equal("#a0", use.Attribute("href")!.Value));
        Assert.DoesNotContain("url(#p)", svg.Root.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_cleaned_stays_the_same_when_it_is_cleaned_again()
    {
        var once = Read(Around("<g style=\"fill:#123\"><rect id=\"A1\" width=\"1\" height=\"1\"/><text>a  b</text></g>")).Svg!.ToBytes();
        Assert.Equal(once, PlanSvg.Read(once).Svg!.ToBytes());
    }

    [Fact]
    public void Stands_are_measured_where_they_are_seen()
    {
        var (svg, _) = Read($"""
            <svg {Space} viewBox="100 100 400 200" width="800" height="400"><g transform="translate(100 100)"><g id="Stands" transform="scale(2)">
              <rect id="A1" x="10" y="10" width="30" height="20"/>
              <rect id="A2" transform="rotate(90 100 50)" x="100" y="50" width="30" height="20"/>
              <rect id="not a number" width="30" height="20"/><rect id="tiny" width="0.1" height="20"/></g></g><rect id="Z9" width="9" height="9"/></svg>
            """);
        // 400 units are 40 m wide: one unit is 10 cm, and the group doubles it.
        Assert.Equal(
            [("A1", new Marketplace.Plans.Box(2, 2, 6, 4)), ("A2", new(16, 10, 4, 6))],
            SvgStands.Find(svg!, 40));
    }

    private static string Around(string inside) => $"<svg {Space} viewBox=\"0 0 10 10\">{inside}</svg>";

    private static (PlanSvg? Svg, PictureFault? Fault) Read(string file) => PlanSvg.Read(Encoding.UTF8.GetBytes(file));
}
