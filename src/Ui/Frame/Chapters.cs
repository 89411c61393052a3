namespace EventOps.Ui;

/// <summary>
/// An entry that a module adds to the menus of an event, beside those of the module that owns the event. Modules do not know
/// each other: the frames show whatever was registered.
/// </summary>
/// <param name="Place">Which menu.</param>
/// <param name="Key">Names the entry, for the page that is current.</param>
/// <param name="Order">Entries of the owner have 0 to 50.</param>
/// <param name="Text">Its word in the language of the request.</param>
/// <param name="Href">Where it leads, from the event's slug and, on a ticket, its holder's token.</param>
/// <param name="Shown">Whether the event has this at all.</param>
public sealed record Chapter(
    ChapterPlace Place, string Key, int Order, Func<string> Text, Func<string, string, string> Href,
    Func<string, IServiceProvider, ValueTask<bool>> Shown);

/// <summary>The menus that modules can add to.</summary>
public enum ChapterPlace
{
    /// <summary>The organiser's menu of an event.</summary>
    Staff,

    /// <summary>The public menu of an event.</summary>
    Visitors,

    /// <summary>The ticket's page: a way in for its holder.</summary>
    Ticket,
}

/// <summary>Finds the entries for one event.</summary>
public sealed class Chapters(IEnumerable<Chapter> registered, IServiceProvider services)
{
    /// <summary>The entries of a menu that this event has, in order.</summary>
    public async ValueTask<IReadOnlyList<(Chapter Chapter, string Href)>> Of(ChapterPlace place, string slug, string token = "")
    {
        var shown = new List<(Chapter, string)>();
        foreach (var chapter in registered.Where(chapter => chapter.Place == place).OrderBy(chapter => chapter.Order))
        {
            if (await chapter.Shown(slug, services)) shown.Add((chapter, chapter.Href(slug, token)));
        }

        return shown;
    }
}
