using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>Where badges are scanned: one gate per line.</summary>
public static class NameGates
{
    public const string Section = "gates";
    private const int Longest = 60;
    private const int Most = 50;

    public static void Map(IEndpointRouteBuilder own) =>
        own.MapPost("setup/gates", Handle).WithMetadata(new RequireAntiforgeryTokenAttribute(true));

    public static TypedForm Standing(Event e) =>
        TypedForm.Of(Section, new Dictionary<string, string> { ["gates"] = string.Join('\n', e.Gates) });

    public static async Task<IResult> Handle(Organised at, IFormCollection typed, ShowSetUp page, CancellationToken ct)
    {
        var form = TypedForm.Of(Section, typed);
        var gates = form.Text("gates", Most * (Longest + 2))
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (gates.Count > Most || gates.Exists(gate => gate.Length > Longest))
            form.Wrong("gates", SettingUpTexts.Of["gates.wrong", Most, Longest]);
        return await page.Done(at, form, at.Change(new SetGates(gates)), Section, _ => "gates", ct);
    }
}
