namespace EventOps.Ui.Tests.Forms;

[Collection(nameof(Chromium))]
public sealed class FormTests(Chromium chromium)
{
    [Fact]
    public async Task A_field_stands_in_order_and_names_its_error_first()
    {
        var body = await Html.Of<Field>(new { Name = "mail", Label = "E-Mail", Hint = "Dorthin.", Error = "Da fehlt etwas." });
        var field = body.Children.Single();
        Assert.Equal(["LABEL", "P", "P", "INPUT"], field.Children.Select(child => child.TagName));
        Assert.Equal(["mail-hint", "mail-error"], field.QuerySelectorAll("p").Select(p => p.Id!));
        var input = field.QuerySelector("input")!;
        Assert.Equal("mail-error mail-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.True(input.HasAttribute("required"));
    }

    [Theory]
    [InlineData("de", "Organisation (freiwillig)")]
    [InlineData("en", "Organisation (optional)")]
    public async Task Only_what_is_voluntary_says_so(string language, string label)
    {
        using var _ = Language.Use(Language.Find(language)!);
        var field = await Html.Of<Field>(new { Name = "org", Label = "Organisation", Optional = true });
        Assert.Equal(label, field.QuerySelector("label")!.TextContent);
        Assert.False(field.QuerySelector("input")!.HasAttribute("required"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("textarea")]
    [InlineData("select")]
    public async Task What_was_typed_comes_back_inert(string type)
    {
        const string Typed = "\"><script>alert(1)</script></textarea>";
        var options = new Option[] { new(Typed, Typed) };
        var field = await Html.Of<Field>(new { Name = "x", Label = "X", Type = type, Value = Typed, Options = options });
        Assert.Empty(field.QuerySelectorAll("script"));
        var value = type switch
        {
            "text" => field.QuerySelector("input")!.GetAttribute("value"),
            "textarea" => field.QuerySelector("textarea")!.TextContent,
            _ => field.QuerySelector("option[selected]")!.GetAttribute("value"),
        };
        Assert.Equal(Typed, value);
    }

    [Fact]
    public async Task Hidden_tokens_hold_the_key_and_a_trap_that_nobody_meets()
    {
        var form = (await Page("/gallery/signup")).QuerySelector("form")!;
        Assert.Equal("k-1", form.QuerySelector("input[name=key]")!.GetAttribute("value"));
        Assert.NotEmpty(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        var trap = form.QuerySelector("input[name=website]")!;
        Assert.Equal(["", "off", "-1"], new[] { "value", "autocomplete", "tabindex" }.Select(trap.GetAttribute));
        Assert.NotNull(trap.Closest("[aria-hidden=true]"));
    }

    [Fact]
    public async Task Every_error_leads_to_a_field_that_is_there()
    {
        var page = await Page("/gallery/signup");
        Assert.StartsWith("Fehler:", page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".error-summary a");
        Assert.Equal(3, links.Length);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task The_errors_have_the_focus_when_a_form_comes_back()
    {
        var page = await chromium.Open("/gallery/signup");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.error-summary')"));
        await page.Context.CloseAsync();
    }

    private async Task<AngleSharp.Dom.IDocument> Page(string path) =>
        Html.Parse(await chromium.Site.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
