using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>What the public page says beside name, time and place.</summary>
public static class SetTexts
{
    public const string Section = "texts";

    public static void Map(IEndpointRouteBuilder own) =>
        own.MapPost("setup/texts", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static TypedForm Standing(Event e) => TypedForm.Of(Section, new Dictionary<string, string>
    {
        ["headline.de"] = e.Texts.Headline.De,
        ["headline.en"] = e.Texts.Headline.En,
        ["description.de"] = e.Texts.Description.De,
        ["description.en"] = e.Texts.Description.En,
        ["directions.de"] = e.Texts.Directions.De,
        ["directions.en"] = e.Texts.Directions.En,
        ["contact"] = e.Texts.Contact,
    });

    public static async Task<IResult> Handle(Organised at, IFormCollection typed, ShowSetUp page, CancellationToken ct)
    {
        var form = TypedForm.Of(Section, typed);
        var texts = at.Event.Texts with
        {
            Headline = form.Both("headline", Shape.Title),
            Description = form.BothTexts("description"),
            Directions = form.BothTexts("directions"),
            Contact = form.Line("contact", Shape.Title),
        };
        return await page.Done(at, form, at.Change(new DescribeEvent(texts)), Section, _ => "headline.de", ct);
    }
}
