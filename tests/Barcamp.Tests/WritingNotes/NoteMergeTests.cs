using EventOps.Barcamp.WritingNotes;
using FsCheck;
using FsCheck.Fluent;

namespace EventOps.Barcamp.Tests.WritingNotes;

public class NoteMergeTests
{
    private static readonly Gen<string> s_text =
        from count in Gen.Choose(0, 8)
        from lines in Gen.ArrayOf(Gen.Elements("a", "b", "c", "", "- Punkt", "ü"), count)
        select string.Join('\n', lines);

    // As people do: a few lines of what was there go, a few come.
    private static readonly Arbitrary<(string Basis, string Theirs, string Mine)> s_edits = Arb.From(
        from basis in s_text from theirs in Edited(basis, "their") from mine in Edited(basis, "my") select (basis, theirs, mine));

    private static readonly Arbitrary<(string Basis, string Theirs, string Mine)> s_any = Arb.From(
        from basis in s_text from theirs in s_text from mine in s_text select (basis, theirs, mine));

    [Fact]
    public void Changes_in_different_places_are_united()
    {
        var merged = NoteMerge.Merge("# Notizen\n\nEins\nZwei\nDrei", "# Notizen\n\nEins\nZwei\nDrei\nVier",
            "# Protokoll\n\nEins\nZwei\nDrei");
        Assert.Equal("# Protokoll\n\nEins\nZwei\nDrei\nVier", merged.Text);
        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void Changes_of_the_same_line_are_both_kept()
    {
        var merged = NoteMerge.Merge("Eins\nZwei\nDrei", "Eins\nZwei von Anna\nDrei", "Eins\nZwei von Bo\nDrei");
        Assert.Equal("Eins\nZwei von Anna\nZwei von Bo\nDrei", merged.Text);
        Assert.Equal([new NoteConflict(2, "Zwei von Anna", "Zwei von Bo")], merged.Conflicts);
    }

    [Fact]
    public void A_line_that_one_deleted_and_the_other_changed_stays() =>
        Assert.Equal("Eins\nZwei, genauer", NoteMerge.Merge("Eins\nZwei", "Eins", "Eins\nZwei, genauer").Text);

    [Fact]
    public void Two_who_begin_an_empty_note_both_keep_their_text() =>
        Assert.Equal("Von Anna\nVon Bo", NoteMerge.Merge("", "Von Anna", "Von Bo").Text);

    [Fact]
    public void Line_endings_of_other_systems_are_no_changes() =>
        Assert.Equal("a\nb\nc", NoteMerge.Merge("a\nb", "a\r\nb", "a\r\nb\r\nc").Text);

    [Fact]
    public void Who_changed_nothing_gets_what_the_other_wrote() => Holds(s_any, edit =>
        NoteMerge.Merge(edit.Basis, edit.Basis, edit.Mine).Text == edit.Mine
        && NoteMerge.Merge(edit.Basis, edit.Theirs, edit.Basis).Text == edit.Theirs
        && NoteMerge.Merge(edit.Basis, edit.Mine, edit.Mine).Text == edit.Mine);

    [Fact]
    public void No_line_that_somebody_wrote_is_lost() => Holds(s_edits, edit =>
    {
        var (merged, basis) = (Lines(NoteMerge.Merge(edit.Basis, edit.Theirs, edit.Mine).Text), Lines(edit.Basis));
        return Lines(edit.Theirs).Concat(Lines(edit.Mine)).Except(basis).All(merged.Contains);
    });

    [Fact]
    public void What_both_still_have_stays_as_often_as_both_have_it() => Holds(s_any, edit =>
    {
        var (merged, theirs, mine) = (Lines(NoteMerge.Merge(edit.Basis, edit.Theirs, edit.Mine).Text), Lines(edit.Theirs),
            Lines(edit.Mine));
        return theirs.All(line => merged.Count(line.Equals) >= Math.Min(theirs.Count(line.Equals), mine.Count(line.Equals)));
    });

    [Fact]
    public void Without_a_conflict_it_does_not_matter_who_was_first() => Holds(s_edits, edit =>
    {
        var (one, other) = (NoteMerge.Merge(edit.Basis, edit.Theirs, edit.Mine),
            NoteMerge.Merge(edit.Basis, edit.Mine, edit.Theirs));
        return one.Conflicts.Count > 0 || (other.Conflicts.Count == 0 && one.Text == other.Text);
    });

    [Fact]
    public void A_very_long_note_is_merged_all_the_same()
    {
        var basis = string.Join('\n', Enumerable.Range(0, 20_000));
        var merged = NoteMerge.Merge(basis, "Anfang\n" + basis,
            string.Join('\n', Enumerable.Range(0, 20_000).Select(line => line % 2 == 0 ? $"{line}" : $"{line}!")));
        Assert.Contains("Anfang", merged.Text, StringComparison.Ordinal);
        Assert.Contains("19999!", merged.Text, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static Gen<string> Edited(string basis, string by) =>
        from start in Gen.Choose(0, Lines(basis).Length)
        from gone in Gen.Choose(0, Lines(basis).Length - start)
        from come in Gen.Choose(0, 3)
        select string.Join('\n', [.. Lines(basis)[..start], .. Enumerable.Range(0, come).Select(at => $"{by} {at}"),
            .. Lines(basis)[(start + gone)..]]);

    private static void Holds(Arbitrary<(string Basis, string Theirs, string Mine)> edits,
        Func<(string Basis, string Theirs, string Mine), bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(edits, rule));
}
