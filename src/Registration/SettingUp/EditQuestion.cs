using EventOps.EventStore;
using EventOps.Registration.Events;
using EventOps.Registration.Planning;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Registration.SettingUp;

/// <summary>What is asked at sign-up: adds, changes and drops a question.</summary>
public static class EditQuestion
{
    public static void Map(IEndpointRouteBuilder own)
    {
        var questions = own.MapGroup("setup/questions").WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        questions.MapGet("new", (Organised at, FormKeys keys) => Show(at, null, QuestionForm.New, keys.Issue(), 200));
        questions.MapPost("new", (
            Organised at, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, null, typed, store, keys, ct));
        questions.MapGet("{id:guid}", (Organised at, Guid id) => Find(at, id) is { } question
            ? Show(at, question, QuestionForm.Standing(question), "", 200)
            : PageAnswers.NotFound());
        questions.MapPost("{id:guid}", (
            Organised at, Guid id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct) =>
            Handle(at, id, typed, store, keys, ct));
        questions.MapPost("{id:guid}/remove", async (Organised at, Guid id, IEventStore store, CancellationToken ct) =>
        {
            await store.Handle(at.Change(new DropQuestion(id)), ct);
            return Results.Extensions.SeeOther($"{at.Url}/setup#questions");
        });
    }

    public static async Task<IResult> Handle(
        Organised at, Guid? id, IFormCollection typed, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        if (id is { } known && Find(at, known) is null) return PageAnswers.NotFound();
        var form = TypedForm.Of(QuestionForm.Name, typed);
        var key = id is null ? keys.Read(typed["key"]) : null;
        if (id is null && key is null) form.Wrong("label.de", PlanningTexts.Of["form.old"]);
        var question = QuestionForm.Read(form, id ?? key?.Id ?? default);
        if (form.Fits)
        {
            var outcome = await store.Handle(at.Change(new AskQuestion(question)), ct);
            if (outcome.Refusal is null) return Results.Extensions.SeeOther($"{at.Url}/setup#questions");
            form.Refused(outcome.Refusal is TooFewOptions ? "options.de" : "label.de", outcome.Refusal);
        }

        return Show(at, id is { } edited ? Find(at, edited) : null, form, key is null ? keys.Issue() : typed["key"]!, 422);
    }

    private static Question? Find(Organised at, Guid id) => at.Event.Questions.FirstOrDefault(question => question.Id == id);

    private static RazorComponentResult<QuestionPage> Show(Organised at, Question? question, TypedForm form, string key, int status) =>
        new(new { At = at, Question = question, Form = form, Key = key }) { StatusCode = status };
}
