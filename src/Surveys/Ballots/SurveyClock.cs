using System.Security.Cryptography;
using EventOps.EventStore;
using EventOps.Surveys.Polling;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EventOps.Surveys.Ballots;

/// <summary>
/// Looks twice a minute for ballots that wait, for surveys whose time is over and for polls that were left open, without anybody
/// having to remember.
/// </summary>
public sealed class SurveyClock(
    SurveyRows rows, EmptyingTheUrn urn, PollClosing polls, IEventStore store, TimeProvider clock,
    ILogger<SurveyClock> log) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    /// <summary>Ends what is over and empties the urns of what runs.</summary>
    public async Task Run(CancellationToken ct)
    {
        foreach (var (id, closesAt, open) in await rows.Unfinished(ct))
        {
            var over = !open || closesAt <= clock.GetUtcNow();
            if (open && over)
                await store.Handle(Questionnaire.Stream(id), Questionnaire.Decider, new CloseSurvey(clock.GetUtcNow()), ct: ct);
            await Empty(id, over, ct);
        }

        await polls.TidyUp(clock.GetUtcNow(), ct);
    }

    // One urn that cannot be emptied keeps no other one shut; its ballots stay where they are.
    private async Task Empty(Guid id, bool over, CancellationToken ct)
    {
        try
        {
            await urn.Empty(id, over, ct);
        }
        catch (CryptographicException)
        {
            log.LogError("A ballot of survey {Survey} was changed or sealed for another key: its urn stays shut", id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception failure) when (Database.IsDown(failure) || failure is StreamContended or StoreUnavailable)
            {
                log.LogWarning("Urns could not be emptied: the database did not answer. Next try in half a minute");
            }
        }
    }
}
