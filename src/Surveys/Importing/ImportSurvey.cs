using System.IO.Compression;
using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Questionnaires;
using EventOps.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EventOps.Surveys.Importing;

/// <summary>
/// Takes a questionnaire from elsewhere: first shows what would be taken over and what not, then makes all of it or nothing.
/// Between the two the file waits, packed, in the form itself.
/// </summary>
public static class ImportSurvey
{
    private const int LargestRequest = 8 * 1024 * 1024;

    private static TextSource T => ImportTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        var import = organisers.MapGroup("surveys/import")
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true), new RequestSizeLimitAttribute(LargestRequest));
        import.MapGet("", (AtSurveys at, HttpContext http) => PageAnswers.Own<ChooseFilePage>(http, new { At = at }));
        import.MapPost("", async (AtSurveys at, IFormFile? file, HttpContext http, FormKeys keys, CancellationToken ct) =>
        {
            using var bytes = new MemoryStream();
            if (file is { Length: <= LargestRequest }) await file.CopyToAsync(bytes, ct);
            return Look(at, bytes.ToArray(), http, keys);
        });
        import.MapPost("make", Make);
    }

    private static IResult Look(AtSurveys at, byte[] file, HttpContext http, FormKeys keys)
    {
        var outcome = QuestionnaireFile.Read(file);
        return outcome.Survey is { } survey
            ? PageAnswers.Own<ImportPage>(http, new { At = at, Import = survey, Packed = Pack(file), Key = keys.Issue() })
            : Wrong(at, outcome.Fault, http);
    }

    private static async Task<IResult> Make(
        AtSurveys at, IFormCollection typed, HttpContext http, IEventStore store, FormKeys keys, CancellationToken ct)
    {
        var outcome = QuestionnaireFile.Read(Unpack(typed["file"]));
        if (outcome.Survey is not { } survey) return Wrong(at, outcome.Fault, http);
        var id = keys.Read(typed["key"])?.Id ?? Guid.CreateVersion7();
        var title = survey.Title.IsEmpty ? new(T["untitled.de"], T["untitled.en"]) : survey.Title;
        var terms = SurveyTerms.Usual(title) with { Welcome = survey.Welcome, Thanks = survey.Thanks };
        var work = new Work().By(at.Metadata).On(
            Questionnaire.Stream(id), Questionnaire.Decider, new PlanSurvey(at.Event.Id, at.Event.OrganisationId, terms));
        foreach (var question in Renewed(survey.Questions, id))
            work.On(Questionnaire.Stream(id), Questionnaire.Decider, new PutQuestion(question));
        return (await store.Handle(work, ct)).Refusal is { } refusal
            ? Pages.Refused(refusal, at, $"{at.Surveys}/import")
            : Results.Extensions.SeeOther($"{at.Surveys}/{id}");
    }

    // Ids follow from the survey's: a second click puts the same questions, which is nothing.
    private static IEnumerable<Question> Renewed(IReadOnlyList<Question> questions, Guid survey)
    {
        var ids = questions.ToDictionary(question => question.Id, question => Drafting.IdOf($"{survey} {question.Id}"));
        return questions.Select(question => question with
        {
            Id = ids[question.Id],
            Lineage = question.Lineage == question.Id ? ids[question.Id] : question.Lineage,
            When = question.When is not { } when ? null : when with
            {
                Checks = [.. when.Checks.Select(check => check with { QuestionId = ids[check.QuestionId!.Value] })],
            },
        });
    }

    private static IResult Wrong(AtSurveys at, ImportFault? fault, HttpContext http) => PageAnswers.Own<ChooseFilePage>(
        http, new { At = at, Wrong = T[$"fault.{fault}"] }, StatusCodes.Status422UnprocessableEntity);

    private static string Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(file);
        return Convert.ToBase64String(packed.ToArray());
    }

    private static byte[] Unpack(string? packed)
    {
        try
        {
            using var bytes = new MemoryStream(Convert.FromBase64String(packed ?? ""));
            using var brotli = new BrotliStream(bytes, CompressionMode.Decompress);
            using var file = new MemoryStream();
            var part = new byte[64 * 1024];
            for (int read; file.Length <= QuestionnaireFile.MostBytes && (read = brotli.Read(part)) > 0;)
                file.Write(part, 0, read);
            return file.ToArray();
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }
}
