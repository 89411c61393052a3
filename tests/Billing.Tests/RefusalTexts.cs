using EventOps.EventStore;
using EventOps.Support;
using EventOps.Ui;

namespace EventOps.Billing.Tests;

public class RefusalTexts
{
    public static TheoryData<Type> Refusals => [.. typeof(BillingModule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_words_in_both_languages(Type refusal)
    {
        foreach (var language in Language.All)
        {
            using var _ = Language.Use(language);
            var said = RefusalText.For(Samples.Of(refusal), Texts.Of, Say.In("Europe/Berlin"));
            Assert.False(string.IsNullOrWhiteSpace(said));
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        }
    }
}
