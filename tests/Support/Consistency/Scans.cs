namespace EventOps.Support.Consistency;

/// <summary>One scan as its device answered it.</summary>
/// <param name="Id">The device's own number for it.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="List">The check-in list.</param>
/// <param name="Device">The device.</param>
/// <param name="Order">Place in the order in which the server took the scans.</param>
/// <param name="Green">Whether the person was let in.</param>
/// <param name="Online">Whether the server answered, not the device alone.</param>
/// <param name="Exit">Whether the person left.</param>
public sealed record Scan(
    string Id, string Ticket, string List, string Device, long Order, bool Green, bool Online, bool Exit = false);

/// <summary>C3: one green answer per ticket and list between two exits; what happened offline is on record.</summary>
public static class Scans
{
    /// <param name="scans">All scans that were uploaded.</param>
    /// <param name="logged">Ids in the server's log.</param>
    /// <param name="conflicts">Ids in the list of conflicts.</param>
    public static IEnumerable<Violation> Check(
        IReadOnlyCollection<Scan> scans, IReadOnlySet<string> logged, IReadOnlySet<string> conflicts) =>
        scans.Where(scan => !logged.Contains(scan.Id))
            .Select(scan => new Violation("C3", $"Scan {scan.Id} is missing from the log."))
            .Concat(scans.GroupBy(scan => (scan.Ticket, scan.List))
                .SelectMany(visits => Visits(visits.OrderBy(scan => scan.Order), conflicts)));

    private static IEnumerable<Violation> Visits(IEnumerable<Scan> scans, IReadOnlySet<string> conflicts)
    {
        var entries = new List<Scan>();
        foreach (var scan in scans)
        {
            if (scan is { Exit: true, Green: true })
            {
                foreach (var violation in Visit(entries, conflicts)) yield return violation;
                entries.Clear();
            }
            else if (scan is { Exit: false, Green: true })
            {
                entries.Add(scan);
            }
        }

        foreach (var violation in Visit(entries, conflicts)) yield return violation;
    }

    private static IEnumerable<Violation> Visit(List<Scan> greens, IReadOnlySet<string> conflicts)
    {
        if (greens.Count(scan => scan.Online) > 1)
            yield return new("C3", $"{greens[0].Ticket} was let in {greens.Count(scan => scan.Online)} times by the server.");
        foreach (var device in greens.Where(scan => !scan.Online).GroupBy(scan => scan.Device).Where(same => same.Count() > 1))
            yield return new("C3", $"{greens[0].Ticket} was let in {device.Count()} times by {device.Key} alone.");
        foreach (var surplus in greens.Skip(1).Where(scan => !conflicts.Contains(scan.Id)))
            yield return new("C3", $"{surplus.Ticket} was let in once more by {surplus.Id}, which is no conflict on record.");
    }
}
