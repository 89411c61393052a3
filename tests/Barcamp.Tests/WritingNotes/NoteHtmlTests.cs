using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EventOps.Barcamp.WritingNotes;
using EventOps.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Barcamp.Tests.WritingNotes;

/// <summary>Every note is read again by an independent HTML parser, and may hold only what is listed here.</summary>
public class NoteHtmlTests
{
    private static readonly string[] s_elements =
    [
        "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h3", "h4", "h5", "h6", "table",
        "thead", "tbody", "tr", "th", "td", "input",
    ];

    private static readonly string[] s_attributes = ["href", "rel", "title", "class", "start", "type", "checked", "disabled"];

    [Fact]
    public void Headings_stand_below_those_of_the_page() =>
        Assert.Equal("<h3>Eins</h3>\n<h4>Zwei</h4>\n<h6>Tief</h6>\n", NoteHtml.Of("# Eins\n## Zwei\n###### Tief"));

    [Theory]
    [InlineData("[hier](https://example.org/a?b=1&c=2)", "https://example.org/a?b=1&c=2", "hier")]
    [InlineData("<http://example.org>", "http://example.org", "http://example.org")]
    [InlineData("siehe https://example.org/x", "https://example.org/x", "https://example.org/x")]
    [InlineData("<amt@example.org>", "mailto:amt@example.org", "amt@example.org")]
    [InlineData("[Post](mailto:amt@example.org)", "mailto:amt@example.org", "Post")]
    [InlineData("![Tafelbild](https://example.org/a.png)", "https://example.org/a.png", "Tafelbild")]
    [InlineData("![](https://example.org/a.png)", "https://example.org/a.png", "https://example.org/a.png")]
    [InlineData("[da][1]\n\n[1]: https://example.org 'Titel'", "https://example.org", "da")]
    [InlineData("[zum ![Bild](https://example.org/b.png)](https://example.org/a)", "https://example.org/a", "zum Bild")]
    public void A_link_leads_out_and_vouches_for_nothing(string markdown, string address, string words)
    {
        var link = Assert.Single(Read(markdown).QuerySelectorAll("a"));
        Assert.Equal((address, words, "nofollow noopener ugc"),
            (link.GetAttribute("href"), link.TextContent, link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("[klick](javascript:alert(1))", "klick")]
    [InlineData("[klick](JaVaScRiPt:alert(1))", "klick")]
    [InlineData("[klick](java&#10;script:alert(1))", "klick")]
    [InlineData("[klick](&#106;avascript:alert(1))", "klick")]
    [InlineData("[klick](\u0001javascript:alert(1))", null)]
    [InlineData("[klick](data:text/html;base64,PHN2Zz4=)", "klick")]
    [InlineData("[klick](vbscript:x)", "klick")]
    [InlineData("[klick](//example.org)", "klick")]
    [InlineData("[klick](/organise/secret)", "klick")]
    [InlineData("[klick](file:///etc/passwd)", "klick")]
    [InlineData("![klick](javascript:alert(1))", "klick")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("[klick][x]\n\n[x]: javascript:alert(1)", "klick")]
    [InlineData("[**fett** und *schief*](javascript:x)", "fett und schief")]
    [InlineData("[![innen](data:x)](javascript:x)", "innen")]
    [InlineData("[vor ![innen](data:x) nach](javascript:x) Ende", "vor innen nach Ende")]
    [InlineData("<javascript:alert(1)> [klick](data:x)", "javascript:alert(1) klick")]
    [InlineData("<javascript:alert(1)> https://a.example:}", "javascript:alert(1) https://a.example:}")]
    public void Another_address_is_no_link_but_its_words_stay(string markdown, string? words)
    {
        var page = Read(markdown);
        Assert.Empty(page.QuerySelectorAll("a"));
        if (words is not null) Assert.Equal(words, page.TextContent.Trim());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("a <b onclick=x>b</b>")]
    [InlineData("<!-- x --><style>p{}</style>")]
    [InlineData("```html\n<script>alert(1)</script>\n```")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("| a | b |\n|--:|:-:|\n| 1 | 2 |")]
    [InlineData("| a |\n|---|\n| <iframe src=x> |")]
    [InlineData("# x {onclick=alert(1)}")]
    [InlineData("[a](https://x.example \"\\\" onmouseover=alert(1)\")")]
    [InlineData("*_**_*__[![[[(((>>>- - - 1. # ```")]
    public void Markup_is_shown_and_never_run(string markdown) => Read(markdown);

    [Fact]
    public void Any_text_gives_harmless_html() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10_000),
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(
            "[", "]", "(", ")", "!", "<", ">", "\"", "'", "javascript:", "https://a.example", "data:", "*", "_", "`", "\n",
                "\n\n", "> ", "- ", "# ",
            "|", "\\", "&#x6a;", "<script>", "</a>", "onload=", " ", "x", "{", "}", "^", "~", ":", "[x]: "))), parts =>
                Read(string.Concat(parts)) is not null));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*a")]
    [InlineData("![")]
    [InlineData("- ")]
    [InlineData("`")]
    [InlineData("| ")]
    [InlineData("a\n\n")]
    public void A_megabyte_of_anything_is_answered_quickly(string part)
    {
        var texts = new[] { 1_000_000, NoteHtml.Longest }.Select(length =>
            string.Concat(Enumerable.Repeat(part, length / part.Length))).ToArray();
        Assert.InRange(Fastest.Of(2, () => Array.ForEach(texts, text => Read(text, check: false))), 0, 5_000);
    }

    private static IElement Read(string markdown, bool check = true)
    {
        var html = NoteHtml.Of(markdown);
        if (!check) return null!;
        var body = new HtmlParser().ParseDocument(html).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, s_elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, s_attributes));
            if (element.LocalName == "input") Assert.Equal("checkbox", element.GetAttribute("type"));
            if (element.LocalName != "a") continue;
            Assert.Matches("^(https?|mailto):", element.GetAttribute("href"));
            Assert.Equal("nofollow noopener ugc", element.GetAttribute("rel"));
        }

        return body;
    }
}
