using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Surveys.Polling;

/// <summary>What live polls add to the module.</summary>
public static class PollingSetup
{
    public static IServiceCollection AddPolling(this IServiceCollection services) => services
        .AddSingleton<Votes>()
        .AddSingleton<Voter>()
        .AddSingleton<PollViews>()
        .AddSingleton<PollClosing>()
        .AddSingleton<PollRenderer>()
        .AddSingleton<PollFeed>()
        .AddHostedService(provider => provider.GetRequiredService<PollFeed>());

    public static void MapPolling(this IEndpointRouteBuilder open, IEndpointRouteBuilder organisers, IEndpointRouteBuilder api)
    {
        AnswerPoll.Map(open);
        WatchPoll.Map(open);
        RunPolls.Map(organisers);
        ShowPollsByApi.Map(api);
    }
}
