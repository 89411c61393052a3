namespace EventOps.Barcamp.Importing;

/// <summary>Finds the rows of a board from the times of sessions; a session may take two of them.</summary>
internal sealed record FoundSlots(IReadOnlyList<ImportedSlot> All, IReadOnlyList<ImportedSession> Sessions)
{
    public static FoundSlots Of(IReadOnlyList<(int Line, ImportedSession Session)> sessions, List<ImportError> errors)
    {
        var spans = sessions.Select(at => new ImportedSlot(at.Session.StartsAt, at.Session.EndsAt)).Distinct().ToArray();
        // What holds a whole other one is a long session, not a slot.
        ImportedSlot[] slots =
        [
            .. spans.Where(span => !spans.Any(other =>
                other != span && span.StartsAt <= other.StartsAt && other.EndsAt <= span.EndsAt))
                .OrderBy(span => span.StartsAt),
        ];
        var found = new List<ImportedSession>();
        foreach (var (line, session) in sessions)
        {
            var at = Array.FindIndex(slots, slot => slot.StartsAt == session.StartsAt);
            var length = at < 0 ? 0
                : slots[at].EndsAt == session.EndsAt ? 1
                : at + 1 < slots.Length && slots[at + 1].EndsAt == session.EndsAt ? 2 : 0;
            if (length == 0 || Overlaps(slots, at)) errors.Add(new(line, ImportFault.Overlaps, session.Title));
            else found.Add(session with { Slots = length });
        }

        return new(slots, found);
    }

    private static bool Overlaps(ImportedSlot[] slots, int at) =>
        (at > 0 && slots[at - 1].EndsAt > slots[at].StartsAt)
        || (at + 1 < slots.Length && slots[at].EndsAt > slots[at + 1].StartsAt);
}
