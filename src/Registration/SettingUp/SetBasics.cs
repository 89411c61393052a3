using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>Name, place and times.</summary>
public static class SetBasics
{
    public const string Section = "basics";

    public static void Map(IEndpointRouteBuilder own) =>
        own.MapPost("setup/basics", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static TypedForm Standing(Event e)
    {
        var fields = TimesForm.Standing(e.Times);
        (fields["name.de"], fields["name.en"], fields["place"]) = (e.Texts.Name.De, e.Texts.Name.En, e.Texts.Place);
        return TypedForm.Of(Section, fields);
    }

    public static async Task<IResult> Handle(Organised at, IFormCollection typed, ShowSetUp page, CancellationToken ct)
    {
        var form = TypedForm.Of(Section, typed);
        var name = form.Both("name", Shape.Name, PlanningTexts.Of["name.missing"], PlanningTexts.Of["name.missing.en"]);
        var place = form.Line("place", Shape.Title, PlanningTexts.Of["place.missing"]);
        var times = TimesForm.Read(form) ?? at.Event.Times;
        var work = at.Change(new DescribeEvent(at.Event.Texts with { Name = name, Place = place }), new ScheduleEvent(times));
        return await page.Done(at, form, work, Section, _ => "end", ct);
    }
}
