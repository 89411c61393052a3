using EventOps.Accounts.Credentials;
using EventOps.Accounts.Frame;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Accounts.KeepingAnAccount;

/// <summary>Codes on paper, for the day the phone is gone: shown once, new ones end the old ones.</summary>
public sealed class PaperCodes(People people, SealedCookies cookies)
{
    private const string Path = "/account/recovery-codes";
    private const string Cookie = "eventops-paper";

    public sealed record Form(string? Current)
    {
        public static Form Of(IFormCollection sent) => new(sent["current"]);
    }

    public static void Map(IEndpointRouteBuilder person)
    {
        person.MapGet(Path, (HttpContext http, SealedCookies cookies) => cookies.Take(http, Cookie) is { } codes
            ? Answer.Page<PaperCodesPage>(http, new { Codes = codes.Split(' ') })
            : Answer.Page<PasswordAgainPage>(http, New([])));
        person.MapPost(Path, Handle);
    }

    public static async Task<IResult> Handle(
        IFormCollection sent, HttpContext http, People people, PasswordCheck check, PaperCodes paper)
    {
        var form = Form.Of(sent);
        var account = await OwnAccount.Of(http, people);
        if (!account.AuthenticatorOn) return Answer.To("/account/second-factor");
        if (await check.Wrong(http, account, form.Current) is not { } wrong) return await paper.Write(http, account);
        var errors = new FormErrors();
        errors.Add("current", Texts.Of[wrong]);
        return Answer.Again<PasswordAgainPage>(http, New(errors));
    }

    /// <summary>Makes new codes and shows them on the next page, once.</summary>
    public async Task<IResult> Write(HttpContext http, Account account)
    {
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count) ?? [];
        cookies.Set(http, Cookie, string.Join(' ', codes), TimeSpan.FromMinutes(10));
        return Answer.To(Path);
    }

    private static object New(FormErrors errors) => new
    {
        Title = Texts.Of["factor.new-codes"],
        Line = Texts.Of["factor.new-codes.line"],
        Action = Path,
        Button = Texts.Of["factor.new-codes"],
        Danger = false,
        Errors = errors,
    };
}
