using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace EventOps.Ui;

/// <summary>A text element inside a drawing; Razor keeps the tag "text" for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Space-separated.</summary>
    [Parameter] public string Class { get; set; } = "";
    [Parameter] public double X { get; set; }
    [Parameter] public double Y { get; set; }
    [Parameter] public string? Value { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", BarScale.N(X));
        builder.AddAttribute(3, "y", BarScale.N(Y));
        builder.AddContent(4, Value);
        builder.CloseElement();
    }
}
