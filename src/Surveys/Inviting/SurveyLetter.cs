using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Entering;
using EventOps.Surveys.Invitations;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.Reading;
using EventOps.Ui;

namespace EventOps.Surveys.Inviting;

/// <summary>The mail that asks, and the one that reminds. Who has answered or declined meanwhile gets none.</summary>
public sealed class SurveyLetter(IEventStore store, KnownEvents events, CommitmentRows commitments, bool reminding) : ILetter
{
    public const string Invitation = "surveys.invitation";
    public const string Reminder = "surveys.reminder";

    private const int MostPromises = 3;

    private static readonly TextSource T = InvitingTexts.Of;

    public async Task<LetterWords?> Write(TellTicketHolder asked, CancellationToken ct)
    {
        if (asked.About is not [var id] || await events.ById(asked.EventId, ct) is not { } found) return null;
        var (survey, _) = await store.Load(Questionnaire.Stream(id), Questionnaire.Decider, ct);
        var (invitation, _) = await store.Load(
            Invitations.Invitation.Stream(id, asked.TicketId), Invitations.Invitation.Decider, ct);
        if (survey.Stage != SurveyStage.Open || invitation is { Redeemed: not Redemption.Not } or { OptedOut: true }) return null;
        var (say, url, terms) = (Say.In(found.TimeZone), $"/events/{found.Slug}/survey/{id}", survey.Terms);
        var minutes = Answering.Progress.On(1, survey.Questions).Minutes;
        List<(string, string)> facts =
        [
            (T["fact.time"], T.Count("fact.minutes", minutes)),
            (T["fact.promise"], T[terms.Mode == SurveyMode.Anonymous ? "promise" : "named"]),
            .. terms.ClosesAt is { } closes ? ((string, string)[])[(T["fact.until"], say.Day(closes))] : [],
            .. await Kept(survey, ct),
        ];
        return new(
            T[reminding ? "reminder.subject" : "subject", found.Name.ToString()], terms.Title.ToString(),
            T[reminding ? "reminder.lead" : "lead", found.Name.ToString()], facts, T["button"],
            $"{url}/with-ticket/{LetterWords.Token}",
            T["why", found.Name.ToString()], T["stop"], $"{url}/no-mail/{LetterWords.Token}");
    }

    // What became of the answers to the edition before: the best reason to answer again.
    private async Task<IEnumerable<(string, string)>> Kept(Questionnaire survey, CancellationToken ct)
    {
        if (survey.Terms.PreviousId is not { } previous) return [];
        var (before, _) = await store.Load(Questionnaire.Stream(previous), Questionnaire.Decider, ct);
        if (before.OrganisationId != survey.OrganisationId) return [];
        return (await commitments.Done(previous, ct)).Take(MostPromises).SelectMany(kept => ((string, string)[])
        [
            (T["said"], kept.Quote is { } quote ? T["quote", quote] : $"{kept.Finding.Question} {kept.Finding.Figure}"),
            (T["did"], kept.Pledge.Does.ToString()),
        ]);
    }
}
