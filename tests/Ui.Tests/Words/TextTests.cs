namespace EventOps.Ui.Tests.Words;

public sealed class TextTests
{
    private sealed record AlreadyIn(DateTimeOffset At, string Gate, int Number);

    private sealed record Careless;

    [Fact]
    public void A_number_of_things_chooses_its_text_and_its_digits()
    {
        using var _ = Language.Use(Language.German);
        Assert.Equal("ein Platz", Sample.Of.Count("places", 1));
        Assert.Equal("1.200 Plätze in München", Sample.Of.Count("places", 1200, "München"));
        using var english = Language.Use(Language.English);
        Assert.Equal("0 places in Munich", Sample.Of.Count("places", 0, "Munich"));
    }

    [Fact]
    public void A_text_that_one_language_lacks_is_not_taken_from_the_other_in_silence()
    {
        using var _ = Language.Use(Language.German);
        Assert.Throws<InvalidOperationException>(() => Sample.Of["only.english"]);
    }

    [Fact]
    public void The_shared_look_has_all_its_words_in_both_languages() =>
        Assert.Equal(UiTexts.Of.Keys(Language.English).Order(), UiTexts.Of.Keys(Language.German).Order());

    [Fact]
    public void A_refusal_is_said_with_its_facts_in_the_zone_of_the_event()
    {
        using var _ = Language.Use(Language.German);
        var refusal = new AlreadyIn(new(2017, 10, 18, 7, 3, 0, TimeSpan.Zero), "Nord", 1200);
        Assert.Equal("Schon drin. Zuerst gescannt: 18.10.2017, 9:03 Uhr, Nord, als Nummer 1.200.",
            RefusalText.For(refusal, Sample.Of, Say.In("Europe/Berlin")));
    }

    [Fact]
    public void A_text_may_only_name_facts_that_the_refusal_has() =>
        Assert.Throws<InvalidOperationException>(() => RefusalText.For(new Careless(), Sample.Of));

    [Fact]
    public void A_fact_that_looks_like_a_placeholder_stays_what_it_is()
    {
        using var _ = Language.Use(Language.English);
        Assert.Contains("{Number}", RefusalText.For(new AlreadyIn(default, "{Number}", 7), Sample.Of), StringComparison.Ordinal);
    }
}
