namespace EventOps.Barcamp.ProposingASchedule;

/// <summary>Gives each member a place of its own (augmenting paths), and names those who are too many for their places.</summary>
internal static class Matching
{
    /// <summary>
    /// Groups of members that together may only go to fewer places than they are (Hall's theorem); none if all fit.
    /// </summary>
    public static IReadOnlyList<(IReadOnlyList<int> Members, int Places)> Crowded(
        int[] members, int places, Func<int, IEnumerable<int>> placesOf)
    {
        var edges = members.ToDictionary(member => member, member => placesOf(member).ToArray());
        var holder = new int[places];
        holder.AsSpan().Fill(-1);
        var left = members.Where(member => !Find(member, edges, holder, [])).ToList();
        var groups = new List<(HashSet<int> Members, HashSet<int> Places)>();
        foreach (var member in left)
        {
            var group = Reach(member, edges, holder);
            foreach (var touching in groups.Where(other => other.Places.Overlaps(group.Places)).ToList())
            {
                group.Members.UnionWith(touching.Members);
                group.Places.UnionWith(touching.Places);
                groups.Remove(touching);
            }

            groups.Add(group);
        }

        return [.. groups.Select(group => ((IReadOnlyList<int>)[.. group.Members.Order()], group.Places.Count))];
    }

    private static bool Find(int member, Dictionary<int, int[]> edges, int[] holder, HashSet<int> seen)
    {
        foreach (var place in edges[member].Where(seen.Add))
        {
            if (holder[place] >= 0 && !Find(holder[place], edges, holder, seen)) continue;
            holder[place] = member;
            return true;
        }

        return false;
    }

    // All members that could make way for this one, and all places that they could go to.
    private static (HashSet<int> Members, HashSet<int> Places) Reach(int member, Dictionary<int, int[]> edges, int[] holder)
    {
        var (members, places, open) = (new HashSet<int> { member }, new HashSet<int>(), new Stack<int>([member]));
        while (open.TryPop(out var next))
            foreach (var place in edges[next].Where(places.Add))
                if (members.Add(holder[place])) open.Push(holder[place]);
        return (members, places);
    }
}
