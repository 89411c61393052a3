using EventOps.Surveys.FreeTexts;

namespace EventOps.Surveys.Tests.FreeTexts;

public class RedactionTests
{
    [Theory]
    [InlineData("Bitte an max.muster+x@stadt.example.de schreiben", Marked.Mail, "max.muster+x@stadt.example.de")]
    [InlineData("max (at) example.org", Marked.Mail, "max (at) example.org")]
    [InlineData("siehe https://example.org/a?b=1 dort", Marked.Link, "https://example.org/a?b=1")]
    [InlineData("auf meine-seite.de/blog steht es", Marked.Link, "meine-seite.de/blog")]
    [InlineData("Ruft an: +49 89 1234-567", Marked.Phone, "+49 89 1234-567")]
    [InlineData("Tel. (089) 12 34 56", Marked.Phone, "(089) 12 34 56")]
    [InlineData("danke @muster_max!", Marked.Handle, "@muster_max")]
    [InlineData("danke @max@bonn.example fürs Zeigen", Marked.Handle, "@max@bonn.example")]
    [InlineData("Der Vortrag von Frau Dr. Müller-Lüdenscheidt war gut", Marked.Name, "Frau Dr. Müller-Lüdenscheidt")]
    [InlineData("Herr von der Tann sprach", Marked.Name, "Herr von der Tann")]
    [InlineData("Mrs. Smith was great", Marked.Name, "Mrs. Smith")]
    [InlineData("Das hat Anna-Lena Huber gut gemacht", Marked.Name, "Anna-Lena Huber")]
    [InlineData("Danke, Julia!", Marked.Name, "Julia")]
    public void Finds(string text, Marked what, string marked)
    {
        var mark = Assert.Single(Redaction.Of(text));
        Assert.Equal((what, marked), (mark.What, text.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("Am 12.05.2024 von 10.00-11.30 Uhr, wie 2019-2023 und am 2024-05-12")]
    [InlineData("Open Data und Offene Verwaltung: 100 Punkte von 100")]
    [InlineData("Die Frau am Empfang war nett. Der Herr auch.")]
    [InlineData("")]
    public void Leaves(string text) => Assert.Empty(Redaction.Of(text));

    [Fact]
    public void Blanks_what_it_found_and_nothing_else() => Assert.Equal(
        "Danke an […] und […], mehr unter […].",
        Redaction.Blank("Danke an Herrn Meier und @kim, mehr unter kim@example.org."));

    [Fact]
    public async Task A_text_made_to_be_slow_is_read_at_once()
    {
        var text = string.Concat(Enumerable.Repeat("a.a-@", 20_000));
        Assert.NotEmpty(await Task.Run(() => Redaction.Of(text)).WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
