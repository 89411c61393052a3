using System.Globalization;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>How one signs up: window, persons at once, confirmed address, and when data goes.</summary>
public static class SetSignUp
{
    public const string Section = "sign-up";
    public const int MostAtOnce = 20;
    public const int LongestKept = 730;

    public static void Map(IEndpointRouteBuilder own) =>
        own.MapPost("setup/sign-up", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static TypedForm Standing(Event e)
    {
        var fields = new Dictionary<string, string>
        {
            ["most"] = e.Rules.MaxAttendees.ToString(CultureInfo.InvariantCulture),
            ["erase"] = e.Rules.EraseAfterDays.ToString(CultureInfo.InvariantCulture),
            ["opens"] = Wall(e.Rules.OpensAt, e.Times.TimeZone),
            ["closes"] = Wall(e.Rules.ClosesAt, e.Times.TimeZone),
        };
        if (e.Rules.ConfirmEmail) fields["confirm"] = "true";
        return TypedForm.Of(Section, fields);
    }

    public static async Task<IResult> Handle(Organised at, IFormCollection typed, ShowSetUp page, CancellationToken ct)
    {
        var form = TypedForm.Of(Section, typed);
        var rules = new SignUpRules(
            form.Ticked("confirm"), form.Number("most", 1, MostAtOnce), Instant(form, "opens", at.Event),
            Instant(form, "closes", at.Event), form.Number("erase", 0, LongestKept));
        return await page.Done(at, form, at.Change(new SetSignUpRules(rules)), Section, _ => "closes", ct);
    }

    private static DateTimeOffset? Instant(TypedForm form, string field, Event e)
    {
        if (form[field].Trim().Length == 0 || form.Moment(field) is not { } local) return null;
        var instant = LocalTime.Instant(local, e.Times.TimeZone);
        if (instant is null) form.Wrong(field, Shape.Sentence("shape.skipped"));
        return instant;
    }

    private static string Wall(DateTimeOffset? at, string zone) =>
        at is { } moment ? LocalTime.Of(moment, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "";
}
