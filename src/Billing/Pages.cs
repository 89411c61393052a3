using EventOps.Billing.Bills;
using EventOps.Billing.Payments;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EventOps.Billing;

/// <summary>How this module says no: one mapping from refusals to status and words.</summary>
public static class Pages
{
    /// <summary>404 for what does not exist, 422 for what makes no sense, 409 for the rest.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        BillNotFound or PaymentNotFound => 404,
        OrderMakesNoSense or SharesDoNotFit or NotOwedBack => 422,
        _ => 409,
    };

    public static IResult Refused(Refusal refusal, string back) =>
        new RazorComponentResult<RefusalPage>(new
        {
            Title = Texts.Of["refused"],
            Text = RefusalText.For(refusal, Texts.Of, Germany.Say),
            BrandHref = "/billing",
            NextHref = back,
            NextText = Texts.Of["back"],
        })
        { StatusCode = Status(refusal) };
}
