using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Registration.Api;

/// <summary>Refusals and faults of shape as problem+json (RFC 9457) with a stable <c>code</c>.</summary>
public static class Problems
{
    public static IResult Of(Refusal refusal, string timeZone = "Europe/Berlin") => Results.Problem(
        title: RefusalText.For(refusal, Texts.Of, Say.In(timeZone)), statusCode: Pages.Status(refusal),
        extensions: new Dictionary<string, object?> { ["code"] = RefusalText.Code(refusal) });

    /// <summary>422 for a body that cannot be read at all.</summary>
    public static IResult NotJson() => Results.Problem(
        title: Texts.Of["shape.json"], statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["code"] = "not-json" });

    /// <summary>422 with one sentence per field.</summary>
    public static IResult Of(FormErrors errors) => Results.Problem(
        title: errors[0].Text, statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = "invalid",
            ["errors"] = errors.ToDictionary(error => error.Field, error => (object?)error.Text),
        });
}
