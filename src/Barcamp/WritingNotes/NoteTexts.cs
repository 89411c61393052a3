using EventOps.Ui;

namespace EventOps.Barcamp.WritingNotes;

/// <summary>The words of notes, sessions and their documentation.</summary>
public static class NoteTexts
{
    public static readonly TextSource Of = new(typeof(NoteTexts));
}
