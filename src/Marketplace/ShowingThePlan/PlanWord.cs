using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EventOps.Marketplace.ShowingThePlan;

/// <summary>Words in the drawing, sized in metres; Razor keeps the tag "text" for itself.</summary>
public sealed class PlanWord : ComponentBase
{
    [Parameter, EditorRequired] public string Class { get; set; } = "";
    [Parameter, EditorRequired] public decimal X { get; set; }
    [Parameter, EditorRequired] public decimal Y { get; set; }
    [Parameter, EditorRequired] public string Value { get; set; } = "";
    [Parameter] public decimal Size { get; set; } = 0.6m;

    /// <summary>"end" where the words stop at the place.</summary>
    [Parameter] public string? Anchor { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", StandView.Svg(X));
        builder.AddAttribute(3, "y", StandView.Svg(Y));
        builder.AddAttribute(4, "font-size", StandView.Svg(Size));
        builder.AddAttribute(5, "text-anchor", Anchor);
        builder.AddContent(6, Value);
        builder.CloseElement();
    }
}
