using System.Diagnostics;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.SigningIn;

namespace EventOps.Accounts.Tests.SigningIn;

[Collection(nameof(OneInstallation))]
public sealed class ThrottleTests(Installation place) : IAsyncLifetime
{
    public Task InitializeAsync() => place.Empty();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task After_ten_wrong_tries_nobody_new_gets_in_but_the_owners_browser_does()
    {
        var owner = await place.Organiser();
        await owner.Fill("/members", "/sign-out");
        for (var i = 0; i < 10; i++)
            Assert.Equal(422, (await Guess($"198.51.100.{i}", "Falsches Passwort 1")).Status);

        var eleventh = await Guess("198.51.100.77", Installation.Password);
        var ownersTry = await owner.At(place.Other.Address, "203.0.113.9").Fill(
            "/sign-in", "/sign-in", ("mail", Installation.FirstMail), ("password", Installation.Password));

        Assert.Equal(429, eleventh.Status);
        Assert.Contains("have a link sent", eleventh.Text, StringComparison.Ordinal);
        Assert.Equal("/events", ownersTry.Location);

        place.Clock.Forward(KnownBrowsers.Window);
        Assert.Equal("/events", (await Guess("198.51.100.77", Installation.Password)).Location);
    }

    [Fact]
    public async Task One_address_guesses_at_ten_accounts_and_no_more()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(422, (await Guess("198.51.100.1", "Falsches Passwort 1", $"somebody{i}@stadt.example")).Status);

        Assert.Equal(429, (await Guess("198.51.100.1", "Falsches Passwort 1", "else@stadt.example")).Status);
        Assert.Equal(422, (await Guess("198.51.100.2", "Falsches Passwort 1", "else@stadt.example")).Status);
    }

    [Fact]
    public async Task A_burst_of_parallel_tries_gets_no_further_and_right_ones_are_given_back()
    {
        var (throttle, other) = (place.Host.Get<Throttle>(), place.Other.Get<Throttle>());

        var burst = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? throttle : other).Try(10, TimeSpan.FromMinutes(15), "a bucket")));

        Assert.Equal(10, burst.Count(passed => passed is not null));
        await burst.First(passed => passed is not null)!();
        Assert.NotNull(await throttle.Try(10, TimeSpan.FromMinutes(15), "a bucket"));
    }

    [Fact]
    public async Task A_known_and_an_unknown_mail_take_the_same_time()
    {
        await using var host = await place.Another(hashIterations: Passwords.HashIterations);
        await Installation.Found(host.Visitor(), await host.PrintedLink());
        var (known, unknown) = (new List<double>(), new List<double>());
        // What a busy machine adds is not of interest here: the shortest times count, and there are more until it has been calm once.
        for (var i = 0; i < 15 || (i < 80 && !AreAlike()); i++)
        {
            known.Add(await Time(host, Installation.FirstMail));
            unknown.Add(await Time(host, "nobody.here@stadt.example"));
        }

        Assert.True(AreAlike(), $"known {known.Min():0.0} ms, unknown {unknown.Min():0.0} ms");

        bool AreAlike() => Math.Abs(known.Min() - unknown.Min()) < Math.Max(10, 0.35 * known.Min());
    }

    private Task<Page> Guess(string address, string password, string mail = Installation.FirstMail) =>
        place.SignIn(mail, password, address);

    private async Task<double> Time(AccountsHost host, string mail)
    {
        await place.Database.Execute("delete from accounts.tries");
        var visitor = host.Visitor();
        var page = await visitor.Open("/sign-in");
        var watch = Stopwatch.StartNew();
        Assert.Equal(422, (await visitor.Send(page, "/sign-in", ("mail", mail), ("password", "Falsches Passwort 1"))).Status);
        return watch.Elapsed.TotalMilliseconds;
    }
}
