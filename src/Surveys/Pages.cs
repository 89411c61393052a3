using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Polls;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Surveys;

/// <summary>How this module says no: one mapping from refusals to status and words.</summary>
public static class Pages
{
    /// <summary>404 for what does not exist, 422 for what makes no sense, 409 for the rest.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        SurveyNotFound or QuestionNotFound or CommitmentNotFound or PollNotFound => 404,
        NoQuestions or LooksAhead or TooManyQuestions or ReasonMissing or FigureMissing or NotForPolls => 422,
        _ => 409,
    };

    public static IResult Refused(Refusal refusal, AtSurveys at, string back) =>
        new RazorComponentResult<RefusalPage>(new
        {
            Title = Texts.Of["refused"],
            Text = RefusalText.For(refusal, Texts.Of, at.Say),
            Brand = at.Event.Name.ToString(),
            BrandHref = at.Url,
            NextHref = back,
            NextText = Texts.Of["back"],
        })
        { StatusCode = Status(refusal) };
}
