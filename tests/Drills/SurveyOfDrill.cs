using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EventOps.Contracts;
using EventOps.EventStore;
using EventOps.Surveys.Answering;
using EventOps.Surveys.Questionnaires;
using EventOps.Surveys.ReadyQuestions;

namespace EventOps.Drills;

/// <summary>A survey with one question in own words, and people who answer it without JavaScript until they know how it went.</summary>
internal sealed partial class SurveyOfDrill
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly Question _question = Library.All.First(question => question.Kind == QuestionKind.LongText);
    private readonly string[] _tokens;
    private readonly string _slug;
    private int _requests;
    private int _repeated;

    private SurveyOfDrill(TwoHosts hosts, string slug, string[] tokens) => (Hosts, _slug, _tokens) = (hosts, slug, tokens);

    public TwoHosts Hosts { get; }

    public int Requests => _requests;

    /// <summary>Requests that were sent again because nobody had answered, or sent twice at once.</summary>
    public int Repeated => _repeated;

    public ConcurrentBag<int> Thanked { get; } = [];

    public ConcurrentBag<int> TurnedAway { get; } = [];

    public static string WordsOf(int person) => $"person {person}";

    public static async Task<SurveyOfDrill> Plan(TwoHosts hosts, int places, int people)
    {
        var place = await hosts.Plan("survey", 1);
        var eventId = await hosts.EventId(place.Slug);
        var tokens = new string[people];
        for (var person = 0; person < people; person++)
        {
            var bytes = RandomNumberGenerator.GetBytes(40);
            tokens[person] = Base64Url.EncodeToString(bytes);
            var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(tokens[person])));
            await hosts.Database.Execute(
                $"insert into surveys.participants values ('{new Guid(bytes.AsSpan(0, 16), bigEndian: true)}', '{eventId}', '{eventId}', '\\x{hash}', true, true)");
        }

        var survey = new SurveyOfDrill(hosts, place.Slug, tokens);
        var terms = SurveyTerms.Usual(new("Wie war es?", "How was it?")) with { MostAnswers = places, InvitesAfterEvent = false };
        var stream = Questionnaire.Stream(survey._id);
        await hosts.Store.Handle(new Work()
            .On(stream, Questionnaire.Decider, new PlanSurvey(eventId, Organisations.First, terms))
            .On(stream, Questionnaire.Decider, new PutQuestion(survey._question))
            .On(stream, Questionnaire.Decider, new OpenSurvey(DateTimeOffset.UtcNow)));
        return survey;
    }

    /// <summary>Opens the link, writes, sends; every tenth twice at once. Whoever hears nothing tries again, at the other host.</summary>
    public async Task Answer(int person, Random random)
    {
        for (var (tries, until) = (0, DateTime.UtcNow + s_patience); DateTime.UtcNow < until; tries++)
        {
            try
            {
                using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() })
                {
                    BaseAddress = Hosts.Address((person + tries) % 2),
                    Timeout = TimeSpan.FromSeconds(10),
                };
                http.DefaultRequestHeaders.Add("Accept-Language", "en");
                var page = await http.GetStringAsync($"/events/{_slug}/survey/{_id}/with-ticket/{_tokens[person]}");
                if (Outcome(page, person)) return;
                var twice = random.Next(10) == 0;
                var sent = Enumerable.Range(0, twice ? 2 : 1).Select(_ => Send(http, page, person)).ToList();
                if (twice || tries > 0) Interlocked.Increment(ref _repeated);
                foreach (var answer in await Task.WhenAll(sent))
                {
                    if (Outcome(answer, person)) return;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
            {
                await Task.Delay(random.Next(50, 300)); // a host that is down, or just came back
            }
        }

        throw new TimeoutException($"Person {person} never learned what became of the answer.");
    }

    /// <summary>Ends the survey and reads what was written, once everything is out of the urn.</summary>
    public async Task<IReadOnlyList<string>> Close()
    {
        await Hosts.Store.Handle(Questionnaire.Stream(_id), Questionnaire.Decider, new CloseSurvey(DateTimeOffset.UtcNow));
        for (var until = DateTime.UtcNow + s_patience; DateTime.UtcNow < until; await Task.Delay(500))
        {
            if (await Hosts.Database.Read<long>("select count(*) from surveys.urn") == 0) break;
        }

        return await Hosts.Database.Read<string[]>("select coalesce(array_agg(words), '{}') from surveys.texts") ?? [];
    }

    private async Task<string> Send(HttpClient http, string page, int person)
    {
        Interlocked.Increment(ref _requests);
        using var answer = await http.PostAsync($"/events/{_slug}/survey/{_id}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [AnswerForm.Field(_question)] = WordsOf(person),
            ["page"] = "1",
            ["go"] = "next",
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value,
        }));
        if ((int)answer.StatusCode >= 500) throw new HttpRequestException($"{answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    // "Answered" is what a try before, which nobody answered, has led to.
    private bool Outcome(string page, int person)
    {
        if (page.Contains("data-survey-done", StringComparison.Ordinal)
            || page.Contains("answered already", StringComparison.Ordinal)) Thanked.Add(person);
        else if (page.Contains("This survey is over", StringComparison.Ordinal)) TurnedAway.Add(person);
        else return false;
        return true;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
