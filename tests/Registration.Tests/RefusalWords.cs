using EventOps.EventStore;
using EventOps.Support;
using EventOps.Ui;

namespace EventOps.Registration.Tests;

/// <summary>Every refusal that a module can give has words in both languages.</summary>
/// <param name="module">A type of the module.</param>
/// <param name="texts">Where its words are.</param>
/// <param name="ofTheStore">Refusals of the store that its pages meet.</param>
public abstract class RefusalWords(Type module, TextSource texts, params Type[] ofTheStore)
{
    private IEnumerable<Type> Refusals => ofTheStore
        .Concat(module.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract));

    [Fact]
    public void Every_refusal_has_words_in_both_languages()
    {
        foreach (var (language, refusal) in from language in Language.All from refusal in Refusals select (language, refusal))
        {
            using var _ = Language.Use(language);
            var said = RefusalText.For(Samples.Of(refusal), texts, Say.In("Europe/Berlin"));
            Assert.False(string.IsNullOrWhiteSpace(said), $"{refusal.Name} has no words in {language.Code}.");
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_languages_know_the_same_texts() =>
        Assert.Equal(texts.Keys(Language.German).Order(), texts.Keys(Language.English).Order());
}
