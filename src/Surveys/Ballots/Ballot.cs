using System.Text;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Responses;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// A response as bytes of one length for all responses to a questionnaire: whoever sees only the length learns nothing of the answers.
/// Layout: count of places, places (int32, little endian), count of texts, per text question id and UTF-8 with its length; zeros.
/// </summary>
public static class Ballot
{
    private const int NotAsked = int.MinValue + 1;
    private const int Block = 1024;
    private const int BytesPerLetter = 4;

    /// <summary>Length in bytes of every ballot for a questionnaire as it stands.</summary>
    public static int LengthFor(Questionnaire survey)
    {
        var texts = survey.Questions.Where(question => question.IsText || question.Other)
            .Sum(question => 21 + BytesPerLetter * (question.IsText ? question.MostLetters : Question.MostLettersShort));
        return (8 + 4 * survey.Layout.Slots.Count + texts + Block - 1) / Block * Block;
    }

    public static byte[] Write(Response response, int length)
    {
        var bytes = new byte[length];
        using var writer = new BinaryWriter(new MemoryStream(bytes), Encoding.UTF8);
        writer.Write(response.Answers.Count);
        foreach (var value in response.Answers)
            writer.Write(value ?? NotAsked);
        writer.Write(response.Texts.Count);
        foreach (var (question, words) in response.Texts)
        {
            writer.Write(question.ToByteArray());
            writer.Write(words);
        }

        return bytes;
    }

    public static Response Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var answers = new int?[reader.ReadInt32()];
        for (var at = 0; at < answers.Length; at++)
            answers[at] = reader.ReadInt32() is var value and not NotAsked ? value : null;
        var texts = new WrittenText[reader.ReadInt32()];
        for (var at = 0; at < texts.Length; at++)
            texts[at] = new(new Guid(reader.ReadBytes(16)), reader.ReadString());
        return new(answers, texts);
    }
}
