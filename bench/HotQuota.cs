using EventOps.Bench.Http;
using EventOps.Bench.Measuring;
using EventOps.Bench.References;

namespace EventOps.Bench;

/// <summary>
/// From the posted form to a confirmed place on ONE quota, 64 clients, through the real host with its protections on; all
/// events, the person, the list, the kept answer and the mail's message are in the same commit. The reference is
/// <see cref="Floor"/>.
/// </summary>
public static class HotQuota
{
    private const string Slug = "rush";
    private const int Clients = 64;

    // A form that comes back sooner than a person could have filled it in is refused.
    private static readonly TimeSpan s_minimumAge = TimeSpan.FromSeconds(2.1);

    public static async Task Run(Setting setting)
    {
        await using var floor = await Floor.Create(setting);
        await using var host = await BenchHost.Start(setting);
        var type = await host.PlanEvent(Slug, 1_000_000);
        var forms = setting.Quick ? 2_000 : 10_000;
        var (first, acknowledged) = (0, 0);

        await Rush(forms); // the compiler needs to see what is hot
        var (references, ours) = (new List<double>(), new List<Load>());
        for (var round = 0; round < setting.Rounds; round++)
        {
            // The mails of the rush before would slow the reference down.
            host.Process.Pause();
            references.Add(await floor.Rate(16, setting.Run));
            host.Process.Continue();
            ours.Add(await Rush(forms));
        }

        await CountPlaces(host, acknowledged);
        setting.Figures.Print("floor.16.rate", references.Median(), "per_second");
        setting.Figures.Print("64.rate", Load.MedianRate(ours), "per_second");
        setting.Figures.Print("64.p50", Load.Percentile(ours, 0.5), "ms");
        setting.Figures.AtMost("64.p99", Load.Percentile(ours, 0.99), 60, "ms");
        setting.Figures.AtLeast("64.ratio", Load.MedianRate(ours) / references.Median(), 0.6, "x");

        async Task<Load> Rush(int count)
        {
            Setting.Say($"{count} visitors open the form ...");
            var visitors = SignUpForms.Fetch(host.Address, Slug, type, first, count);
            first += count;
            await Task.Delay(s_minimumAge);
            Setting.Say("... and send it.");
            return Burst.Run(host.Address, Clients, visitors.Count, visitors.Post, (_, answer) =>
            {
                if (answer.Status != 303) throw new CannotMeasure($"A sign-up was answered with {answer.Text}");
                acknowledged++;
            });
        }
    }

    private static async Task CountPlaces(BenchHost host, int acknowledged)
    {
        var taken = await host.Database.Read<long>($"""
            select count(*) from eventops.mt_events taken, jsonb_array_elements(taken.data->'attendeeIds')
            where taken.type = 'registration.places-taken.v1' and taken.stream_id in (
              select opened.stream_id from eventops.mt_events opened
              join registration.events e on e.event_id = (opened.data->>'eventId')::uuid
              where opened.type = 'registration.pool-opened.v1' and e.slug = '{Slug}')
            """);
        var listed = await host.Database.Read<long>($"""
            select count(*) from registration.attendees a
            join registration.personal p on p.subject_id = a.attendee_id
            join registration.events e on e.event_id = a.event_id where e.slug = '{Slug}' and a.status = 'expected'
            """);
        if (taken != acknowledged || listed != acknowledged)
            throw new CannotMeasure($"{acknowledged} sign-ups were acknowledged, {taken} places taken, {listed} people listed.");
    }
}
