using System.Security.Cryptography;
using EventOps.Surveys.Ballots;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;
using FsCheck;
using FsCheck.Fluent;
using static EventOps.Surveys.Tests.Asking;

namespace EventOps.Surveys.Tests.Ballots;

public class SealingTests
{
    private static readonly Guid s_survey = Guid.NewGuid();
    private static readonly UrnKey s_key = UrnKey.New();

    [Fact]
    public void A_ballot_comes_back_as_it_was_whatever_was_answered() => Prop.ForAll(
        ArbMap.Default.ArbFor<int?[]>(), ArbMap.Default.ArbFor<NonNull<string>[]>(), (answers, texts) =>
        {
            var response = new Response(
                [.. answers.Select(value => value == int.MinValue + 1 ? null : value)],
                [.. texts.Select(text => new WrittenText(Guid.NewGuid(), new string([.. text.Get.Where(letter => !char.IsSurrogate(letter))])))]);
            var read = Ballot.Read(Ballot.Write(response, 64 * 1024));
            return read.Answers.SequenceEqual(response.Answers) && read.Texts.SequenceEqual(response.Texts);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_ballots_of_a_questionnaire_have_one_length_the_longest_included()
    {
        var (text, choice) = (Make(QuestionKind.LongText, "Was noch?"), Make(QuestionKind.MultipleChoice, "Farben?") with { Other = true });
        var survey = Questionnaire.Decider.Fold(
            [new SurveyPlanned(Guid.NewGuid(), Guid.NewGuid(), SurveyTerms.Usual(new("", ""))), new QuestionPut(text), new QuestionPut(choice)]);
        var longest = Answers.None.With(
            text.Id, Answer.Words(string.Concat(Enumerable.Repeat("😀", Question.MostLettersLong / 2))))
            .With(choice.Id, Answer.Chosen([0, 1, 2, 3], new string('ß', Question.MostLettersShort)));
        var lengths = new[] { Answers.None, longest }
            .Select(answers => Ballot.Write(Response.Of(survey, answers, null), Ballot.LengthFor(survey)))
            .Select(ballot => SealedBallot.Seal(s_key.Public, s_survey, ballot).Length);
        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public void Only_the_urns_key_opens_a_ballot_and_only_for_its_survey()
    {
        byte[] ballot = [1, 2, 3];
        var closed = SealedBallot.Seal(s_key.Public, s_survey, ballot);
        Assert.Equal(ballot, SealedBallot.Open(s_key, s_survey, closed));
        using var other = UrnKey.New();
        Assert.ThrowsAny<CryptographicException>(() => SealedBallot.Open(other, s_survey, closed));
        Assert.ThrowsAny<CryptographicException>(() => SealedBallot.Open(s_key, Guid.NewGuid(), closed));
        closed[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => SealedBallot.Open(s_key, s_survey, closed));
    }

    [Fact]
    public void Two_hosts_that_start_together_agree_on_one_key()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "keys", "urn.pem");
        var keys = new UrnKey[8];
        Parallel.For(0, keys.Length, at => keys[at] = UrnKey.OfFile(path));
        Assert.Single(keys.Select(key => Convert.ToBase64String(key.Public)).Distinct());
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!, "*.pem"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Array.ForEach(keys, key => key.Dispose());
    }

    [Fact]
    public void A_serial_is_the_same_each_time_and_another_for_another_survey_or_key()
    {
        var ticket = Guid.NewGuid();
        using var other = UrnKey.New();
        Assert.Equal(s_key.SerialOf(s_survey, ticket), s_key.SerialOf(s_survey, ticket));
        Assert.NotEqual(s_key.SerialOf(s_survey, ticket), s_key.SerialOf(Guid.NewGuid(), ticket));
        Assert.NotEqual(s_key.SerialOf(s_survey, ticket), other.SerialOf(s_survey, ticket));
    }
}
