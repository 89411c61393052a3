using EventOps.Surveys.FreeTexts;

namespace EventOps.Surveys.Tests.FreeTexts;

public class ThemeTests
{
    private static readonly string[] s_texts =
    [
        "Das Essen war sehr gut, die Räume leider zu warm.",
        "Mehr Räume! Der große Raum war überfüllt, und im Raum daneben war niemand.",
        "Die Raumgröße passt. Das Essen kam zu spät.",
        "The food was great but the rooms were too hot.",
        "Loved the food and the open data sessions.",
        "Mehr Open Data bitte, und besseres Essen.",
        "Open Data und offene Verwaltung: gerne wieder.",
    ];

    [Fact]
    public void A_theme_counts_texts_and_not_words_under_its_most_frequent_form()
    {
        var room = Themes.Of(s_texts, 2).Single(theme => theme.Key == "raum");
        Assert.Equal(("Räume", 2), (room.Label, room.Count));
        Assert.Equal([0, 1], room.Texts);
    }

    [Fact]
    public void Words_that_go_together_are_one_theme()
    {
        var themes = Themes.Of(s_texts, 2);
        var open = themes.Single(theme => theme.Key == "open data");
        Assert.Equal(("Open Data", 3), (open.Label, open.Count));
        Assert.DoesNotContain(themes, theme => theme.Key is "data" or "open");
    }

    [Fact]
    public void Stop_words_of_both_languages_are_no_themes() => Assert.All(
        Themes.Of(s_texts, 1),
        theme => Assert.DoesNotContain(theme.Key, (string[])["die", "the", "und", "and", "war", "was", "mehr"]));

    [Fact]
    public void A_hand_joins_what_two_languages_part()
    {
        var merges = new Dictionary<string, string> { ["food"] = "ess", ["room"] = "raum", ["raum"] = "room" };
        var themes = Themes.Of(s_texts, 2, merges);
        var food = themes.Single(theme => theme.Key == "ess");
        Assert.Equal(("Essen", 5), (food.Label, food.Count));
        Assert.DoesNotContain(themes, theme => theme.Key == "food");
    }

    [Fact]
    public void Fewer_texts_than_asked_for_make_no_theme()
    {
        Assert.Equal(["ess", "open data"], Themes.Of(s_texts, 3).Select(theme => theme.Key));
        Assert.Empty(Themes.Of([], 1));
        Assert.Empty(Themes.Of(["", "   ", "!!! 42"], 1));
    }

    [Fact]
    public void No_theme_is_somebody_s_name_or_address() => Assert.DoesNotContain(
        Themes.Of(["Frau Dr. Huber war toll", "Danke an Sabine Maier", "maier@example.org schreiben"], 1),
        theme => theme.Key.Contains("hub", StringComparison.Ordinal) || theme.Key.Contains("mai", StringComparison.Ordinal));
}
