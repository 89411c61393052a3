using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EventOps.Ui;

/// <summary>What a mail says, in one language; HTML and text say the same.</summary>
/// <param name="Subject">One line.</param>
/// <param name="EventName">The event that it is about.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it is about, in a sentence.</param>
/// <param name="Button">Words of the button.</param>
/// <param name="Link">Where it leads, whole.</param>
/// <param name="Facts">What there is to know, one by one.</param>
/// <param name="Note">A sentence below them; null for none.</param>
/// <param name="Strip">The word on the badge's strip.</param>
/// <param name="Why">Why they get it.</param>
/// <param name="Contact">How to reach the organiser.</param>
public sealed record MailSheet(
    string Subject, string EventName, string Title, string Lead, string Button, string Link,
    IReadOnlyList<(string Term, string Description)> Facts, string? Note, string Strip, string Why, string Contact)
{
    /// <summary>The link that ends mails of this kind; null where there is no such choice.</summary>
    public (string Text, string Link)? Stop { get; init; }

    public string Text()
    {
        var text = new StringBuilder().Append(Title).Append("\n\n").Append(EventName).Append("\n\n").Append(Lead).Append('\n')
            .Append(Link).Append("\n\n");
        foreach (var (term, description) in Facts)
            text.Append(term).Append(": ").Append(description).Append('\n');
        if (Note is not null) text.Append('\n').Append(Note).Append('\n');
        return text.Append("\n-- \n").Append(Why).Append('\n')
            .Append(Stop is { } stop ? $"{stop.Text}: {stop.Link}\n" : "").Append(Contact).Append('\n').ToString();
    }

    public async Task<string> Html(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailBody.Content)] = this });
            var root = await renderer.RenderComponentAsync<MailBody>(parameters);
            return root.ToHtmlString();
        });
    }
}
