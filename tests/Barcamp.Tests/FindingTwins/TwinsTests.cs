using EventOps.Barcamp.FindingTwins;
using EventOps.Support;

namespace EventOps.Barcamp.Tests.FindingTwins;

public class TwinsTests
{
    private static readonly string[] s_others =
    [
        "Chatbots für Ämter", "Stadtbibliothek als dritter Ort", "Wie wir Schulen digitalisieren",
        "Mieten und Wohnen in der Großstadt",
        "Freifunk für alle", "Protokolle, die jemand liest", "Humor in der Verwaltung", "Gehwege und Rollatoren",
        "Ein Rathaus ohne Papier",
        "Tanzen in der Pause", "Drohnen über der Isar", "Blockchain im Grundbuch", "Meditation", "Theater und Teilhabe",
    ];

    [Theory]
    [InlineData("Bürgerhaushalt in München", "Participatory budget: does it work?")]
    [InlineData("Buergerhaushalt", "Bürgerhaushalte – wer zählt, wer zahlt?")]
    [InlineData("Open Data für alle", "Offene Daten der Stadt nutzen")]
    [InlineData("Open-Data-Portal", "Ein Portal für offene Daten")]
    [InlineData("Accessibility testing", "Barrierefreiheit testen: so geht es")]
    [InlineData("Leichte Sprache im Amt", "Plain language for offices")]
    [InlineData("KI in der Verwaltung", "Künstliche Intelligenz in Ämtern und Verwaltung")]
    [InlineData("Artificial intelligence", "Was KI heute kann")]
    [InlineData("Radverkehr in der Innenstadt", "Mehr Platz für das Fahrrad in der Innenstadt")]
    [InlineData("Freie Software in Rathäusern", "Open source software for town halls")]
    [InlineData("DSGVO für Vereine", "Datenschutz im Verein")]
    [InlineData("Bürger*innenbeteiligung mit Humor", "Bürgerinnenbeteiligung und Humor")]
    [InlineData("Gemeinschaftsgärten gründen", "Urban Gardening: einen Garten gründen")]
    [InlineData("Digitalisirung der Schulbibliothek", "Digitalisierung der Schulbibliotheken")]
    [InlineData("Fehlerkultur", "Scheitern lernen: Fehlerkultur im Amt")]
    public void The_same_topic_is_found(string typed, string known) => Assert.Equal(known, First(typed, known));

    [Theory]
    [InlineData("Workshop: Erfahrungen mit Fahrrädern", "Workshop: Erfahrungen mit Excel")]
    [InlineData("Open Data", "Open Space als Methode")]
    [InlineData("Leichte Sprache", "Programmiersprache Rust")]
    [InlineData("Was ist neu in der Stadt?", "Wie kann die Stadt besser werden?")]
    [InlineData("Haushalten mit Energie", "Energie für die Mittagspause")]
    [InlineData("KI", "Kita-Plätze")]
    [InlineData("Datenschutz", "Brandschutz im Rathaus")]
    [InlineData("Barcamp für Anfänger", "Barcamp ohne Grenzen")]
    [InlineData("Social Media für Ämter", "Social Entrepreneurship")]
    [InlineData("Die Stadt und ihre Bäume", "Die Stadt und ihre Brunnen")]
    public void Another_topic_is_not_found(string typed, string known) => Assert.NotEqual(known, First(typed, known));

    [Theory]
    [InlineData("")]
    [InlineData("wie und was für die")]
    [InlineData("!!! ???")]
    public void Small_words_have_no_twins(string typed) => Assert.Null(First(typed, "Wie und was für die Stadt"));

    [Fact]
    public void The_shared_words_are_those_of_the_known_proposal() => Assert.Equal(
        ["Participatory budget", "Berlin"],
        Twins.Find("Bürgerhaushalt Berlin", [new(Guid.NewGuid(), "Participatory budget in Berlin", "")]).Single().SharedWords);

    [Fact]
    public void A_summary_counts_less_than_a_title()
    {
        KnownProposal[] known = [new(Guid.NewGuid(), "Ein Nachmittag", "Über den Bürgerhaushalt und offene Daten"),
            new(Guid.NewGuid(), "Bürgerhaushalt und offene Daten", "")];
        Assert.Equal(known[1].Id, Twins.Find("Offene Daten zum Bürgerhaushalt", known)[0].ProposalId);
    }

    [Fact]
    public void The_text_itself_is_as_alike_as_can_be() =>
        Assert.Equal(1, Twins.Find("Humor in der Verwaltung", [new(Guid.NewGuid(), "Humor in der Verwaltung", "")]).Single()
            .Score, 3);

    [Fact]
    public void A_thousand_proposals_are_searched_between_two_keys()
    {
        KnownProposal[] known = [.. Enumerable.Range(0, 1_000).Select(at => new KnownProposal(
            Guid.NewGuid(), $"{s_others[at % s_others.Length]} {at}", string.Join(' ', s_others.Skip(at % 7))))];
        Assert.InRange(Fastest.Of(20, () => Twins.Find("Offene Daten und Humor in der Verwaltung von München", known)), 0, 20);
    }

    private static string? First(string typed, string known)
    {
        KnownProposal[] all = [.. s_others.Append(known).Select(title => new KnownProposal(Guid.NewGuid(), title, ""))];
        return Twins.Find(typed, all) is [var first, ..] ? all.Single(proposal => proposal.Id == first.ProposalId).Title : null;
    }
}
