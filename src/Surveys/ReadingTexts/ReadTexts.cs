using EventOps.EventStore;
using EventOps.Surveys.BuildingASurvey;
using EventOps.Surveys.Entering;
using EventOps.Surveys.FreeTexts;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.ReadingTexts;

/// <summary>The texts of a survey, one question at a time: read, chosen to be shown, sorted into themes.</summary>
public static class ReadTexts
{
    public const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var texts = organisers.MapGroup("surveys/{id:guid}/texts");
        texts.MapGet("", Page);
        texts.MapPost("{text:guid}/show",
            (AtSurveys at, Guid id, Guid text, IFormCollection typed, IEventStore store, OwnWords words, CancellationToken ct) =>
            Do(at, id, typed, store, words, () => words.Show(id, text, typed["as"] == "blanked", ct), ct));
        texts.MapPost("{text:guid}/hide",
            (AtSurveys at, Guid id, Guid text, IFormCollection typed, IEventStore store, OwnWords words, CancellationToken ct) =>
            Do(at, id, typed, store, words, () => words.Hide(id, text, ct), ct));
        texts.MapPost("merge", Merge);
        texts.MapPost("part", (AtSurveys at, Guid id, IFormCollection typed, IEventStore store, OwnWords words,
            CancellationToken ct) =>
            Do(at, id, typed, store, words, () => words.Part(id, Key(typed), $"{typed["theme"]}", ct), ct));
    }

    private static async Task<IResult> Page(
        AtSurveys at, Guid id, Guid? question, int? page, HttpContext http, IEventStore store, Reports reports, OwnWords words,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is not { } survey) return PageAnswers.NotFound();
        var questions = survey.Questions.Where(one => one.IsText || one.Other).ToList();
        var asked = questions.FirstOrDefault(one => one.Id == question) ?? questions.FirstOrDefault();
        if (asked is null || !await words.MayBeRead(id, ct))
            return PageAnswers.Own<TextsPage>(http, new { At = at, Id = id, Survey = survey, Questions = questions });
        var texts = (await reports.Texts(id, ct)).Where(text => text.QuestionId == asked.Id).ToList();
        var merges = (await reports.Merges(id, ct))[asked.Id].ToList();
        return PageAnswers.Own<TextsPage>(http, new
        {
            At = at,
            Id = id,
            Survey = survey,
            Questions = questions,
            Question = asked,
            Merges = merges,
            Themes = ThemesOf(texts, merges),
            Texts = texts,
            Page = Math.Clamp(page ?? 1, 1, Math.Max(1, (texts.Count + PageSize - 1) / PageSize)),
        });
    }

    // Only themes that stand on the page can be merged.
    private static Task<IResult> Merge(
        AtSurveys at, Guid id, IFormCollection typed, IEventStore store, Reports reports, OwnWords words, CancellationToken ct) =>
        Do(at, id, typed, store, words, async () =>
        {
            var (question, theme, into) = (Key(typed), $"{typed["theme"]}", $"{typed["into"]}");
            var texts = (await reports.Texts(id, ct)).Where(text => text.QuestionId == question).ToList();
            var known = ThemesOf(texts, [.. (await reports.Merges(id, ct))[question]]).Select(one => one.Key).ToHashSet();
            return theme == into ? null
                : known.Contains(theme) && known.Contains(into) ? await words.Merge(id, question, theme, into, ct)
                    : new TextsHaveChanged();
        }, ct);

    private static IReadOnlyList<Theme> ThemesOf(IReadOnlyList<TextRow> texts,
        IReadOnlyList<(string From, string Into)> merges) => Themes.Of(
        [.. texts.Select(text => text.Words)], Threshold.Inside.Least,
        merges.ToDictionary(merge => merge.From, merge => merge.Into));

    private static async Task<IResult> Do(
        AtSurveys at, Guid id, IFormCollection typed, IEventStore store, OwnWords words, Func<Task<Refusal?>> change,
        CancellationToken ct)
    {
        if (await BuildSurvey.Find(at, id, store, ct) is null || !await words.MayBeRead(id, ct)) return PageAnswers.NotFound();
        var back = $"{at.Surveys}/{id}/texts?question={Key(typed)}&page={(int.TryParse(typed["page"], out var page) ? page : 1)}";
        return await change() is { } refusal
            ? Pages.Refused(refusal, at, back)
            : Results.Extensions.SeeOther($"{back}#{(typed.ContainsKey("theme") ? "themes" : "texts")}");
    }

    private static Guid Key(IFormCollection typed) => Guid.TryParse(typed["question"], out var question) ? question : Guid.Empty;
}
