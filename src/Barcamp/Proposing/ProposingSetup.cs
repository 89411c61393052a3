using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Barcamp.Proposing;

/// <summary>What proposing adds to the module.</summary>
public static class ProposingSetup
{
    public static IServiceCollection AddProposing(this IServiceCollection services) => services
        .AddSingleton<Ideas>()
        .AddSingleton<TwinSearch>()
        .AddSingleton<HostNames>()
        .AddSingleton<ProposalWork>();

    public static void MapProposing(
        this IEndpointRouteBuilder open, IEndpointRouteBuilder participants, IEndpointRouteBuilder moderators)
    {
        ShowProposals.Map(open);
        ShowProposal.Map(open);
        ShowTwins.Map(open);
        ProposeSession.Map(participants);
        EditProposal.Map(participants);
        ChangeState.Map(participants, moderators);
        CoHosting.Map(participants);
        Merges.Map(participants);
        PitchQueue.Map(participants);
    }
}
