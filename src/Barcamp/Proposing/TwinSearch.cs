using System.Collections.Concurrent;
using EventOps.Barcamp.FindingTwins;

namespace EventOps.Barcamp.Proposing;

/// <summary>Finds open proposals about the same as what somebody types; what is compared is computed once.</summary>
public sealed class TwinSearch(Ideas ideas)
{
    private const int Shortest = 4;
    private const int MostKept = 5000;

    private readonly ConcurrentDictionary<Guid, (string Summary, KnownProposal Known)> _known = new();

    public async Task<IReadOnlyList<Idea>> Of(Guid eventId, string? title, Guid? except, CancellationToken ct)
    {
        if ((title ?? "").Trim() is not { Length: >= Shortest and <= ProposalForm.LongestTitle } typed) return [];
        return Of(await ideas.Of(eventId, ct), typed, except);
    }

    public IReadOnlyList<Idea> Of(IReadOnlyList<Idea> all, string typed, Guid? except)
    {
        var open = all.Where(idea => idea.IsOpen && idea.Id != except).ToDictionary(idea => idea.Id);
        return [.. Twins.Find(typed, [.. open.Values.Select(Known)]).Select(twin => open[twin.ProposalId])];
    }

    private KnownProposal Known(Idea idea)
    {
        if (_known.TryGetValue(idea.Id, out var found) && found.Known.Title == idea.Title && found.Summary == idea.Summary)
            return found.Known;
        if (_known.Count > MostKept) _known.Clear();
        var known = new KnownProposal(idea.Id, idea.Title, idea.Summary);
        _known[idea.Id] = (idea.Summary, known);
        return known;
    }
}
