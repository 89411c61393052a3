using System.Globalization;
using EventOps.Surveys.Commitments;
using EventOps.Ui;

namespace EventOps.Surveys.KeepingPromises;

/// <summary>What becomes of a finding, as a form.</summary>
public static class PromiseForm
{
    public const string Name = "promise";

    private static TextSource T => PromiseTexts.Of;

    public static TypedForm New() => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["status"] = nameof(CommitmentStatus.Planned),
        ["public"] = "true",
    });

    public static TypedForm Standing(Pledge pledge)
    {
        var standing = new Dictionary<string, string>
        {
            ["does.de"] = pledge.Does.De,
            ["does.en"] = pledge.Does.En,
            ["office"] = pledge.Office,
            ["edition"] = pledge.Edition,
            ["until"] = pledge.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ["status"] = pledge.Status.ToString(),
            ["reason.de"] = pledge.Reason.De,
            ["reason.en"] = pledge.Reason.En,
        };
        if (pledge.Public) standing["public"] = "true";
        return TypedForm.Of(Name, standing);
    }

    public static Pledge Read(TypedForm form)
    {
        var does = new Contracts.LocalizedText(form.Line("does.de", Shape.Title), form.Line("does.en", Shape.Title));
        if (does.IsEmpty) form.Wrong("does.de", T["does.missing"]);
        return new(
            does, form.Line("office", Shape.Name, T["office.missing"]), form.Line("edition", Shape.Name), Until(form),
            Enum.TryParse<CommitmentStatus>(form["status"], out var status) && Enum.IsDefined(status)
                ? status : CommitmentStatus.Planned,
            new(form.Text("reason.de", Shape.Title * 2), form.Text("reason.en", Shape.Title * 2)), form.Ticked("public"));
    }

    private static DateOnly? Until(TypedForm form)
    {
        if (form["until"].Length == 0) return null;
        if (DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        form.Wrong("until", T["until.wrong"]);
        return null;
    }
}
