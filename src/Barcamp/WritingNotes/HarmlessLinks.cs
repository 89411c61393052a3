using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>
/// Writes the links of one note: those to the web and to mail, vouching for nothing. Of others, of pictures and of links inside
/// a link the words stay. It decides while it writes, so that nothing in the note's tree can pass by.
/// </summary>
internal sealed class HarmlessLinks
{
    private bool _inside;

    public void AddTo(HtmlRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(this));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks(this));
    }

    private static bool IsHarmless(string url) =>
        !url.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);

    private void Write(HtmlRenderer renderer, string url, string? title, Action writeWords)
    {
        if (_inside || !IsHarmless(url))
        {
            writeWords();
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write('"');
        if (!string.IsNullOrEmpty(title)) renderer.Write(" title=\"").WriteEscape(title).Write('"');
        renderer.Write(" rel=\"nofollow noopener ugc\">");
        _inside = true;
        writeWords();
        _inside = false;
        renderer.Write("</a>");
    }

    private sealed class Links(HarmlessLinks all) : HtmlObjectRenderer<LinkInline>
    {
        // A picture would tell its server who reads: it is written as a link.
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
            all.Write(renderer, url, link.Title, () =>
            {
                if (link.FirstChild is not null) renderer.WriteChildren(link);
                else if (link.IsImage) renderer.WriteEscape(url);
            });
        }
    }

    private sealed class Autolinks(HarmlessLinks all) : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link) => all.Write(
            renderer, link.IsEmail ? $"mailto:{link.Url}" : link.Url, null, () => renderer.WriteEscape(link.Url));
    }
}
