using EventOps.Surveys.Entering;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;

namespace EventOps.Surveys.Polling;

/// <summary>One bar of a result.</summary>
/// <param name="Text">The choice or step.</param>
/// <param name="Count">How many took it.</param>
/// <param name="Share">Of all who voted, from 0 to 1.</param>
public sealed record PollBar(string Text, int Count, double Share);

/// <summary>A poll as it is shown now: its question, and counts from five answers on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Poll">Its question and stage.</param>
/// <param name="Result">The counts so far, or for ever.</param>
public sealed record PollView(Guid Id, Poll Poll, PollResult Result)
{
    public Question Question => Poll.Question!;

    public bool IsShown => Result.Voters >= Poll.LeastShown;

    /// <summary>In the language of the request; none where too few have voted.</summary>
    public IReadOnlyList<PollBar> Bars => !IsShown ? [] :
    [
        .. Poll.Values(Question).Select((value, at) => new PollBar(
            Word(value), Result.Counts.ElementAtOrDefault(at), (double)Result.Counts.ElementAtOrDefault(at) / Result.Voters)),
    ];

    public string Url(AtSurveys at) => $"{at.Url}/poll/{Id}";

    private string Word(int value)
    {
        if (Question.Choices.FirstOrDefault(choice => choice.Code == value) is { } choice) return choice.Text.ToString();
        var end = value == Question.Scale?.Least ? Question.Scale.LowEnd
            : value == Question.Scale?.Most ? Question.Scale.HighEnd : null;
        return end is { IsEmpty: false } word ? $"{Say.Number(value)}: {word}" : Say.Number(value);
    }
}
