using EventOps.Accounts.Authorising;
using EventOps.Accounts.Credentials;
using EventOps.Accounts.Devices;
using EventOps.Accounts.EnrollingScanners;
using EventOps.Accounts.Founding;
using EventOps.Accounts.HandingOutTokens;
using EventOps.Accounts.Hearing;
using EventOps.Accounts.KeepingAnAccount;
using EventOps.Accounts.Links;
using EventOps.Accounts.Mailing;
using EventOps.Accounts.Members;
using EventOps.Accounts.RunningTheTeam;
using EventOps.Accounts.SigningIn;
using EventOps.Accounts.Tokens;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Messaging;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Accounts;

/// <summary>Organisations, the people who work here, their rights, devices, tokens and ways in: the table of contents.</summary>
public static class AccountsModule
{
    /// <summary>
    /// Needs from the host: data source, clock, data protection, antiforgery, <see cref="PublicUrl"/>, <see cref="IMailEdge"/>.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthorising();
        services.AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "")
            .AddUserManager<People>().AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.HashIterations);
        services.AddSingleton<Sessions>().AddSingleton<ApiTokens>().AddSingleton<DeviceKeys>().AddSingleton<KnownEvents>()
            .AddSingleton<OneTimeLinks>().AddSingleton<Throttle>().AddSingleton<KnownBrowsers>().AddSingleton<TeamList>()
            .AddSingleton<ScannerList>().AddSingleton<EnrolmentTokens>().AddSingleton<NobodysPassword>()
            .AddSingleton<ChangeRights>().AddSingleton<OfferScanner>().AddSingleton<ShowScanner>()
            .AddScoped<Entry>().AddScoped<PasswordCheck>().AddScoped<PaperCodes>();
        return services.AddToEventStore(Store).AddToMessaging(Messages);
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AllowAnonymous();
        SignIn.Map(open);
        SignInCode.Map(open);
        AskForLink.Map(open);
        SignInByLink.Map(open);
        SignOut.Map(open);
        Welcome.Map(open);
        Joining.Join.Map(open);
        EnrolPhone.Map(open);

        var person = routes.MapGroup("").RequireAuthorization(Policies.Person);
        OwnAccount.Map(person);
        ChangePassword.Map(person);
        SecondFactor.Map(person);
        SecondFactorOff.Map(person);
        PaperCodes.Map(person);

        var organiser = routes.MapGroup("").RequireAuthorization(Policies.Organiser);
        ShowTeam.Map(organiser);
        ChangeRights.Map(organiser);
        InviteColleague.Map(organiser);
        TokenList.Map(organiser);
        OfferScanner.Map(organiser);
        ShowScanner.Map(organiser);
    }

    private static void Store(EventStoreModel model)
    {
        AccountsJson.AddEvents(model.Events);
        model.Schema("accounts", typeof(AccountsModule).Assembly)
            .Inline(MemberRows.Projection).Inline(RightRows.Projection).Inline(DeviceRows.Projection)
            .Rows<PersonalRow>(PersonalRow.Write).Rows<CredentialRow>(CredentialRow.Write).Rows<ErasedPerson>(ErasedPerson.Write)
            .Rows<DeviceName>(DeviceName.Write).Rows<DeviceKey>(DeviceKey.Write)
            .Rows<OnEventChanged.EventRow>(OnEventChanged.EventRow.Write);
    }

    private static void Messages(MessagingModel model) => model
        .Map(Mails.StoredName, AccountsJson.Default.MailAsked)
        .Map(RegistrationMessages.EventChanged, AccountsJson.Default.EventChanged)
        .On<EventChanged>("accounts.on-event-changed", OnEventChanged.Handle)
        .OnEdge<MailAsked>("accounts.send-mail", SendMail.Handle, Retrying.Patient);
}
