using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Ui;

namespace EventOps.Registration;

/// <summary>What this module's forms read beside single fields: texts in two languages, and its own refusals.</summary>
public static class TypedForms
{
    /// <summary>The fields name.de and name.en of one text.</summary>
    public static LocalizedText Both(this TypedForm form, string field, int most, string? missingDe = null, string? missingEn = null) =>
        new(form.Line($"{field}.de", most, missingDe), form.Line($"{field}.en", most, missingEn));

    public static LocalizedText BothTexts(this TypedForm form, string field, int most = Shape.Paragraphs) =>
        new(form.Text($"{field}.de", most), form.Text($"{field}.en", most));

    public static void Refused(this TypedForm form, string field, Refusal refusal, Say? say = null) =>
        form.Refused(field, refusal, Texts.Of, say);
}
