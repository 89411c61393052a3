using EventOps.Contracts;
using EventOps.Surveys.ExportingQuestionnaires;
using EventOps.Surveys.Importing;
using EventOps.Surveys.Questionnaires;
using FsCheck;
using FsCheck.Fluent;
using Check = EventOps.Surveys.Questionnaires.Check;

namespace EventOps.Surveys.Tests.Importing;

/// <summary>Whatever can be asked here and is taken along comes back the same.</summary>
public class RoundTripTests
{
    private static readonly string[] s_words =
    [
        "Wie war’s?", "a < b & c", "<b>fett</b>", "„Zitat“", "'; --", "Ünïcode", "🎪", "100 %", "&amp;", "]]>", "x = \"y\"",
        "<script>alert(1)</script>", "nein",
    ];

    private static readonly Gen<string> s_text =
        from count in Gen.Choose(1, 3)
        from words in Gen.ArrayOf(Gen.Elements(s_words), count)
        select string.Join(' ', words);

    private static readonly Gen<LocalizedText> s_said = Gen.OneOf(
        from de in s_text from en in s_text select new LocalizedText(de, en),
        s_text.Select(text => new LocalizedText(text, "")),
        s_text.Select(text => new LocalizedText("", text)));

    private static readonly Gen<LocalizedText> s_maybe = Gen.OneOf(s_said, Gen.Constant(LocalizedText.Empty));

    private static readonly Gen<Scale> s_scale =
        from least in Gen.Choose(0, 1)
        from most in Gen.Choose(2, 10)
        from low in s_maybe
        from high in s_maybe
        from unknown in Gen.Elements(true, false)
        select new Scale(least, most, low, high, unknown);

    private static readonly Gen<Question> s_question =
        from kind in Gen.Elements(Enum.GetValues<QuestionKind>())
        from text in s_said
        from hint in s_maybe
        from choices in Choices()
        from rows in Choices()
        from scale in s_scale
        from need in Gen.Elements(Enum.GetValues<Need>())
        from other in Gen.Elements(true, false)
        from limit in Gen.Choose(0, 50)
        select Make(kind, text, hint, choices, rows, scale, need, other, limit);

    private static readonly Gen<Questionnaire> s_survey =
        from count in Gen.Choose(1, 12)
        from questions in Gen.ArrayOf(s_question, count)
        from turns in Gen.ArrayOf(Gen.Choose(0, 3), count)
        from looks in Gen.ArrayOf(Gen.Choose(0, 1000), count)
        from title in s_said
        select Survey(title, Conditional([.. questions.Append(Make(QuestionKind.Date, title))], turns, looks));

    [Fact]
    public void LimeSurvey_brings_back_what_it_took() => Same(LimeSurveyWriting.Write);

    [Fact]
    public void SurveyJS_brings_back_what_it_took() => Same(SurveyJsWriting.Write);

    private static void Same(Func<Questionnaire, byte[]> write) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Arb.From(s_survey), survey =>
        {
            var read = QuestionnaireFile.Read(write(survey));
            Assert.Null(read.Fault);
            Assert.DoesNotContain(read.Survey!.NotTaken, one => one.Why != WhyNot.Placeholder);
            Assert.Equal(Said(survey.Terms.Title, survey.Questions), Said(read.Survey.Title, read.Survey.Questions));
        }));

    // Ids are new in every file; conditions are compared by the place of what they look at.
    private static string Said(LocalizedText title, IReadOnlyList<Question> questions)
    {
        var places = questions.Select((question, at) => (question.Id, at)).ToDictionary(one => one.Id, one => one.at);
        return $"{title.De}|{title.En}\n" + string.Join('\n', questions.Select(question =>
            $"{question.Kind} {question.Lineage} p{question.Page} {Both(question.Text)} {Both(question.Hint)} "
            + $"{question.Need} {question.Other} {question.Bounds} "
            + (question.Scale is { } scale
                ? $"{scale.Least}-{scale.Most} {scale.DontKnow} {Both(scale.LowEnd)} {Both(scale.HighEnd)} " : "")
            + $"[{string.Join('|', question.Choices.Select(Both))}] [{string.Join('|', question.Rows.Select(Both))}] "
            + $"{question.When?.Any} " + string.Join('|', (question.When?.Checks ?? []).Select(check =>
                $"{places[check.QuestionId!.Value]} {check.Part} {check.Comparison} {check.Value}"))));
    }

    private static string Both(LocalizedText text) => $"{text.De}/{text.En}";

    private static string Both(QuestionChoice choice) => $"{choice.Code} {Both(choice.Text)} {choice.Alone}";

    private static Gen<List<QuestionChoice>> Choices() =>
        from count in Gen.Choose(2, 5)
        from codes in Gen.Shuffle(Enumerable.Range(1, 40).ToArray())
        from texts in Gen.ArrayOf(s_said, count)
        from alone in Gen.Choose(-3, count - 1)
        select texts.Select((text, at) => new QuestionChoice(codes[at], text, at == alone)).ToList();

    private static Question Make(
        QuestionKind kind, LocalizedText text, LocalizedText hint, List<QuestionChoice> choices, List<QuestionChoice> rows,
        Scale scale, Need need, bool other, int limit) => Make(kind, text) with
        {
            Hint = hint,
            Choices = kind == QuestionKind.MultipleChoice ? choices
                : kind is QuestionKind.SingleChoice or QuestionKind.Ranking
                    ? [.. choices.Select(choice => choice with { Alone = false })] : [],
            Rows = kind == QuestionKind.Matrix ? [.. rows.Select(row => row with { Alone = false })] : [],
            Scale = kind == QuestionKind.Recommend ? Scale.Recommending
                : kind is QuestionKind.Rating or QuestionKind.Matrix ? scale : null,
            Need = kind == QuestionKind.Statement ? Need.Voluntary : need,
            Other = other && kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice && other,
            Bounds = kind switch
            {
                QuestionKind.Number => new(limit % 3 == 0 ? null : limit, limit % 2 == 0 ? null : limit * 7),
                QuestionKind.MultipleChoice => new(limit % 3 == 0 ? null : 1, limit % 2 == 0 ? null : 2),
                QuestionKind.ShortText or QuestionKind.LongText => new(null, limit < 20 ? null : limit),
                _ => Bounds.None,
            },
        };

    private static Question Make(QuestionKind kind, LocalizedText text) => new(
        Guid.NewGuid(), Guid.NewGuid(), kind, 1, text, LocalizedText.Empty, [], [], null, Need.Voluntary, false, Bounds.None,
        null);

    private static List<Question> Conditional(List<Question> questions, int[] turns, int[] looks)
    {
        var page = 1;
        for (var at = 0; at < questions.Count; at++)
        {
            if (at > 0 && at < turns.Length && turns[at] == 0) page++;
            questions[at] = questions[at] with { Page = page };
            if (at == 0 || at >= looks.Length || looks[at] % 3 == 0) continue;
            var earlier = questions.Take(at).Reverse().Take(looks[at] % 3);
            List<Check> checks = [.. earlier.Select(one => LookAt(one, looks[at])).OfType<Check>()];
            var any = checks.Count > 1 && looks[at] % 2 == 0;
            if (checks.Count > 0) questions[at] = questions[at] with { When = new(any, checks) };
        }

        return questions;
    }

    private static Check? LookAt(Question earlier, int by)
    {
        var how = (Comparison)(by % 4);
        var either = (Comparison)(by % 2);
        return earlier.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice =>
                new(earlier.Id, null, either, earlier.Codes.ElementAt(by % earlier.Codes.Count()), null),
            QuestionKind.Rating or QuestionKind.Recommend =>
                new(earlier.Id, null, how, earlier.Scale!.Values.ElementAt(by % earlier.Scale.Values.Count()), null),
            QuestionKind.Matrix =>
                new(earlier.Id, earlier.Rows[by % earlier.Rows.Count].Code, how, earlier.Scale!.Values.ElementAt(by % 2), null),
            QuestionKind.Number => new(earlier.Id, null, how, by, null),
            _ => null,
        };
    }

    private static Questionnaire Survey(LocalizedText title, IReadOnlyList<Question> questions) => Questionnaire.Decider.Fold(
    [
        new SurveyPlanned(Guid.NewGuid(), Guid.NewGuid(), SurveyTerms.Usual(title)),
        .. questions.Select(question => new QuestionPut(question)),
    ]);
}
