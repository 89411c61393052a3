using EventOps.Host.Tests.Starting;
using EventOps.Support;

namespace EventOps.Host.Tests.Operating;

/// <summary>Lines of the log wait for each other, but not for ever.</summary>
public sealed class LinesTogetherTests
{
    [Fact]
    public async Task A_line_arrives_while_nothing_else_happens_and_the_last_one_before_a_clean_stop_too()
    {
        await using var folder = new ScratchFolder();
        await using var database = await TestDatabase.Create();
        await using var host = await StartedHost.Open(folder.Path, database.ConnectionString);

        await host.Get("/health/live");
        await host.Logs("\"Route\":\"/health/live\"");
        await host.Get("/health/ready");
        Assert.Equal(0, await host.Stop("TERM"));

        Assert.Equal(1, host.Logged("\"Route\":\"/health/ready\""));
    }
}
