using EventOps.Surveys.FreeTexts;

namespace EventOps.Surveys.Tests.FreeTexts;

public class StemTests
{
    [Theory]
    [InlineData("aufeinander", "aufeinand")]
    [InlineData("aufeinanderfolge", "aufeinanderfolg")]
    [InlineData("aufeinanderschlugen", "aufeinanderschlug")]
    [InlineData("auferlegen", "auferleg")]
    [InlineData("auferlegten", "auferlegt")]
    [InlineData("auferstehen", "aufersteh")]
    [InlineData("kategorie", "kategori")]
    [InlineData("kategorien", "kategori")]
    [InlineData("kategorischer", "kategor")]
    [InlineData("kater", "kat")]
    [InlineData("katers", "kat")]
    [InlineData("kätzchen", "katzch")]
    [InlineData("kauen", "kau")]
    public void Snowball_sample_vocabulary_of_German(string word, string stem) => Assert.Equal(stem, GermanStem.Of(word));

    [Theory]
    [InlineData("Räume", "Raum")]
    [InlineData("Räumen", "Raum")]
    [InlineData("Vorträge", "Vortrag")]
    [InlineData("Vorträgen", "Vortrags")]
    [InlineData("Größe", "grosse")]
    [InlineData("Verpflegung", "Verpflegungen")]
    [InlineData("Möglichkeit", "Möglichkeiten")]
    [InlineData("spannend", "spannende")]
    public void German_forms_of_one_word_meet(string one, string other) => Assert.Equal(GermanStem.Of(one), GermanStem.Of(other));

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("ties", "ti")]
    [InlineData("caress", "caress")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("plastered", "plaster")]
    [InlineData("bled", "bled")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl")]
    [InlineData("sized", "size")]
    [InlineData("hopping", "hop")]
    [InlineData("tanned", "tan")]
    [InlineData("falling", "fall")]
    [InlineData("hissing", "hiss")]
    [InlineData("fizzed", "fizz")]
    [InlineData("failing", "fail")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("sky", "sky")]
    [InlineData("probate", "probat")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    public void Porter_1980_examples_of_steps_1_and_5(string word, string stem) => Assert.Equal(stem, EnglishStem.Of(word));
}
