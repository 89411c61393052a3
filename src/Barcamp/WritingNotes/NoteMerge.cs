namespace EventOps.Barcamp.WritingNotes;

/// <summary>
/// Unites two versions of a note that began as the same text, line by line. Where both changed the same lines, both are kept,
/// one below the other: nobody's words are lost.
/// </summary>
public static class NoteMerge
{
    /// <param name="basis">What both began with.</param>
    /// <param name="theirs">What is stored by now.</param>
    /// <param name="mine">What is to be stored.</param>
    public static MergedNote Merge(string basis, string theirs, string mine)
    {
        var (old, their, my) = (Lines(basis), Lines(theirs), Lines(mine));
        var (inTheirs, inMine) = (LineMatches.Of(old, their), LineMatches.Of(old, my));
        var merged = new Merging(old, their, my);
        for (var at = 0; at <= old.Length; at++)
        {
            // A line that both kept closes a region; so does the end.
            if (at == old.Length) merged.Region(at, their.Length, my.Length);
            else if (inTheirs[at] >= 0 && inMine[at] >= 0) merged.Kept(at, inTheirs[at], inMine[at]);
        }

        return merged.LosesNothing ? merged.Note : Beside(their, my);
    }

    internal static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    // Lines that stand more than once and were moved by both can slip through; then both whole texts stay.
    private static MergedNote Beside(string[] theirs, string[] mine) => new(
        string.Join('\n', [.. theirs, .. mine]), [new(1, string.Join('\n', theirs), string.Join('\n', mine))]);

    private sealed class Merging(string[] old, string[] theirs, string[] mine)
    {
        private readonly List<string> _lines = [];
        private readonly List<NoteConflict> _conflicts = [];
        private int _old, _their, _my;

        public MergedNote Note => new(string.Join('\n', _lines), _conflicts);

        public bool LosesNothing
        {
            get
            {
                var counts = _lines.GroupBy(line => line, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
                var mineToo = mine.GroupBy(line => line, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
                return theirs.GroupBy(line => line, StringComparer.Ordinal).All(group =>
                    Math.Min(group.Count(), mineToo.GetValueOrDefault(group.Key)) <= counts.GetValueOrDefault(group.Key));
            }
        }

        public void Kept(int oldLine, int theirLine, int myLine)
        {
            Region(oldLine, theirLine, myLine);
            _lines.Add(old[oldLine]);
            (_old, _their, _my) = (oldLine + 1, theirLine + 1, myLine + 1);
        }

        /// <summary>The lines since the last kept one: whoever changed them wins; if both did, both stay.</summary>
        public void Region(int oldEnd, int theirEnd, int myEnd)
        {
            var (was, their, my) = (old[_old..oldEnd], theirs[_their..theirEnd], mine[_my..myEnd]);
            if (their.SequenceEqual(was) || their.SequenceEqual(my)) _lines.AddRange(my);
            else if (my.SequenceEqual(was)) _lines.AddRange(their);
            else Conflict(their, my);
        }

        private void Conflict(string[] their, string[] my)
        {
            _conflicts.Add(new(_lines.Count + 1, string.Join('\n', their), string.Join('\n', my)));
            _lines.AddRange(their);
            _lines.AddRange(my);
        }
    }
}

/// <summary>The united text, and where two people changed the same lines.</summary>
public sealed record MergedNote(string Text, IReadOnlyList<NoteConflict> Conflicts);

/// <summary>Both versions of one place, which stand one below the other from this line on; counted from 1.</summary>
public sealed record NoteConflict(int Line, string Theirs, string Mine);
