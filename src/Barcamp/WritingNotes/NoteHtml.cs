using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

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
    private const string Relation = "nofollow noopener ugc";

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
            foreach (var link in note.Descendants<LinkInline>().ToList()) Tame(link);
            foreach (var link in note.Descendants<AutolinkInline>().ToList()) Tame(link);
            return note.ToHtml(s_pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than any text: Markdig gives up.
            return Plain(markdown);
        }
    }

    private static void Tame(LinkInline link)
    {
        // A picture would tell its server who reads; its words stay, as a link.
        if (link is { IsImage: true, FirstChild: null }) link.AppendChild(new LiteralInline(link.Url ?? ""));
        link.IsImage = false;
        if (link.GetDynamicUrl?.Invoke() is { } found) link.Url = found;
        link.GetDynamicUrl = null;
        if (IsHarmless(link.Url)) link.GetAttributes().AddProperty("rel", Relation);
        else Unlink(link);
    }

    private static void Tame(AutolinkInline link)
    {
        if (IsHarmless(link.IsEmail ? $"mailto:{link.Url}" : link.Url)) link.GetAttributes().AddProperty("rel", Relation);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    // The words stay where the link was.
    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } word)
        {
            word.Remove();
            link.InsertBefore(word);
        }

        link.Remove();
    }

    private static bool IsHarmless(string? url) =>
        url is not null && !url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);

    private static string Plain(string markdown) => $"<pre>{WebUtility.HtmlEncode(markdown)}</pre>\n";
}
