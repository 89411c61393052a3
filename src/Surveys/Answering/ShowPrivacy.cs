using EventOps.Surveys.Entering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Answering;

/// <summary>How answers stay anonymous, in plain words: linked wherever it is promised.</summary>
public static class ShowPrivacy
{
    public static void Map(IEndpointRouteBuilder open) =>
        open.MapGet("survey-privacy", (AtSurveys at) => new RazorComponentResult<PrivacyPage>(new { At = at }));
}
