using EventOps.Registration.Planning;
using EventOps.Registration.PrintingBadges;
using EventOps.Registration.ReadingTheList;
using EventOps.Registration.SettingUp;
using EventOps.Registration.WatchingTheGate;
using EventOps.Ui;

namespace EventOps.Registration.Tests;

public class TextPairs
{
    public static TheoryData<TextSource> Sources =>
        [PlanningTexts.Of, SettingUpTexts.Of, ReadingTexts.Of, BadgeTexts.Of, OverviewTexts.Of];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Both_languages_say_the_same_things(TextSource texts)
    {
        Assert.Equal(texts.Keys(Language.German).Order(), texts.Keys(Language.English).Order());
        Assert.All(
            texts.Keys(Language.German),
            key => Assert.Equal(Holes(texts, Language.German, key), Holes(texts, Language.English, key)));
    }

    private static IEnumerable<string> Holes(TextSource texts, Language language, string key) =>
        System.Text.RegularExpressions.Regex.Matches(texts.Find(language, key)!, @"\{\d\}").Select(hole => hole.Value).Order();
}
