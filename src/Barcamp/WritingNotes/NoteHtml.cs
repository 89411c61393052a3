using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>
/// A note as HTML that may stand on any page: no raw HTML, no images, links only to the web and to mail, headings below the
/// page's own.
/// </summary>
public static class NoteHtml
{
    /// <summary>Longer notes are shown as plain text.</summary>
    public const int Longest = 200_000;

    private const int LowerHeadings = 2;

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseTaskLists().Build();

    public static string Of(string markdown)
    {
        if (markdown.Length > Longest) return Plain(markdown);
        try
        {
            var note = Markdown.Parse(markdown, s_pipeline);
            foreach (var heading in note.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + LowerHeadings);
            // Markdig would write it as an inline style, which pages refuse.
            foreach (var column in note.Descendants<Table>()
                .SelectMany(table => table.ColumnDefinitions)) column.Alignment = null;
            return Write(note);
        }
        catch (ArgumentException)
        {
            // Nested deeper than any text: Markdig gives up.
            return Plain(markdown);
        }
    }

    private static string Write(MarkdownDocument note)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        s_pipeline.Setup(renderer);
        new HarmlessLinks().AddTo(renderer);
        renderer.Render(note);
        return html.ToString();
    }

    private static string Plain(string markdown) => $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";
}
