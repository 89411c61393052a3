using EventOps.EventStore;
using EventOps.Support;
using EventOps.Ui;

namespace EventOps.Accounts.Tests;

public class TextTests
{
    public static TheoryData<Type> Refusals =>
        [.. typeof(AccountsModule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_words_in_both_languages(Type refusal)
    {
        foreach (var language in Language.All)
        {
            using var _ = Language.Use(language);
            var said = RefusalText.For(Samples.Of(refusal), Texts.Of);
            Assert.False(string.IsNullOrWhiteSpace(said));
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Both_languages_know_the_same_texts() =>
        Assert.Equal(Texts.Of.Keys(Language.German).Order(), Texts.Of.Keys(Language.English).Order());
}
