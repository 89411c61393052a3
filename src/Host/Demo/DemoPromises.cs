using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Commitments;
using EventOps.Surveys.KeepingPromises;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadyQuestions;
using EventOps.Surveys.Reporting;
using EventOps.Surveys.SmallGroups;

namespace EventOps.Host.Demo;

/// <summary>What was promised because of last year's survey: one thing done, one under way, one declined with its reason.</summary>
internal static class DemoPromises
{
    private const int HavingASay = 3; // rows of the matrix "How did you like ..."
    private const int Marketplace = 2;
    private const int FindingTheWay = 4;

    public static async Task Seed(IServiceProvider services, Guid eventId, Guid survey, DateTimeOffset now)
    {
        var store = services.GetRequiredService<IEventStore>();
        var asked = (await store.Load(Questionnaire.Stream(survey), Questionnaire.Decider)).State;
        var report = await services.GetRequiredService<Reports>().Of(survey, asked, Threshold.OpenData, CancellationToken.None);
        var rows = report.Questions.First(question => question.Question.Lineage == Library.All[2].Lineage);
        (int Row, Pledge Pledge)[] promises =
        [
            (Marketplace, new(
                new("Mehr Interaktives: Zum ersten Mal gibt es einen Marktplatz mit sieben Ständen. Anfassen ist erlaubt.",
                    "More interactive parts: for the first time there is a marketplace with seven stands. Touching is allowed."),
                "E- und Open-Government", "Open Government Tag 2017", null, CommitmentStatus.Done, LocalizedText.Empty, true)),
            (FindingTheWay, new(
                new("An jeder Tür hängt ein Schild mit Raum, Farbe und Muster, dieselben Bänder wie auf dem Namensschild.",
                    "Each door gets a sign with room, colour and pattern, the same bands as on the name badge."),
                "Hausverwaltung Altes Rathaus", "BarCamp 2018", DateOnly.FromDateTime(now.UtcDateTime.AddDays(120)),
                CommitmentStatus.InProgress, LocalizedText.Empty, true)),
            (HavingASay, new(
                new(
                    "Zwei Tage statt einem, damit mehr Zeit zum Mitreden ist.",
                    "Two days instead of one, so that there is more time to have a say."),
                "E- und Open-Government", "Open Government Tag 2017", null, CommitmentStatus.Declined,
                new("Der Rathaussaal ist am zweiten Tag Standesamt. Dafür haben wir die Vorträge halbiert und sechs Werkstätten daraus gemacht.",
                    "On the second day the hall is a registry office. Instead we halved the talks and made six workshops of them."), true)),
        ];
        foreach (var ((row, pledge), place) in promises.Select((promise, place) => (promise, place)))
        {
            if (Citing.Of(rows).FirstOrDefault(citable => citable.Line == row) is not { } figure) continue;
            var finding = new Finding(
                survey, rows.Question.Id, rows.Question.Lineage, row, rows.Question.Text, figure.Words, null);
            await store.Handle(
                Commitment.Stream(Guid.CreateVersion7()), Commitment.Decider,
                new MakeCommitment(eventId, finding, pledge, place + 1, now));
        }
    }
}
