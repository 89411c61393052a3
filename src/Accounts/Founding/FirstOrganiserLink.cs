using EventOps.Accounts.Links;
using EventOps.Accounts.SigningIn;
using EventOps.Ui;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EventOps.Accounts.Founding;

/// <summary>The one link that each start prints: to become the first organiser, or to sign in as the one who is.</summary>
public static class FirstOrganiserLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Makes the link; it works once, for a day.</summary>
    public static async Task<string> Create(IServiceProvider services)
    {
        var links = services.GetRequiredService<OneTimeLinks>();
        var organiser = await Organiser(services.GetRequiredService<NpgsqlDataSource>());
        var (purpose, path) = organiser is null
            ? (LinkPurpose.FirstOrganiser, Welcome.Path)
            : (LinkPurpose.Operator, SignInByLink.Path);
        var token = await links.Create(purpose, organiser, Lifetime);
        return services.GetRequiredService<PublicUrl>().Link($"{path}?t={token}");
    }

    /// <summary>Who has been an organiser for the longest time, or null where nobody is.</summary>
    internal static async Task<Guid?> Organiser(NpgsqlDataSource database) => await database.First(
        """
        select r.member_id from accounts.rights r
        join accounts.members m on m.member_id = r.member_id and m.joined_at is not null
        join accounts.credentials c on c.account_id = r.member_id
        where r.role = 'Organiser' order by m.joined_at, r.member_id limit 1
        """,
        row => (Guid?)row.GetGuid(0));
}
