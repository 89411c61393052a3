using EventOps.EventStore;
using EventOps.Marketplace.Entering;
using EventOps.Marketplace.Plans;
using EventOps.Marketplace.Stands;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Marketplace;

/// <summary>How this module says no: one mapping from refusals to status and words.</summary>
public static class Pages
{
    /// <summary>404 for what does not exist, 422 for what makes no sense, 409 for the rest.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Issues.IssueNotFound or SetUpDays.SlotNotFound or SetUpDays.TaskNotFound => 404,
        PlanNotFound or StandNotFound or CategoryNotFound or ZoneNotFound => 404,
        OutsideThePlan or TooManyStands or SetUpDays.SlotMakesNoSense => 422,
        _ => 409,
    };

    public static IResult Refused(Refusal refusal, AtMarket at, string back, string? next = null) =>
        new RazorComponentResult<RefusalPage>(new
        {
            Title = Texts.Of["refused"],
            Text = RefusalText.For(refusal, Texts.Of, at.Say),
            Brand = at.Event.Name.ToString(),
            BrandHref = at.Url,
            NextHref = back,
            NextText = next ?? Texts.Of["back"],
        })
        { StatusCode = Status(refusal) };
}
