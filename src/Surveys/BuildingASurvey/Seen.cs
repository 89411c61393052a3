using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using EventOps.Surveys.Questionnaires;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>
/// What a form was made from, as a hash in a hidden field: who saves what somebody else has changed meanwhile is told, and asked
/// once more.
/// </summary>
internal static class Seen
{
    public const string Field = "seen";

    public static string Of(Question question) =>
        Hash(JsonSerializer.SerializeToUtf8Bytes(new QuestionPut(question), SurveysJson.Default.QuestionPut));

    public static string Of(SurveyTerms terms) =>
        Hash(JsonSerializer.SerializeToUtf8Bytes(new TermsSet(terms), SurveysJson.Default.TermsSet));

    /// <summary>A second click brings what stands already: nobody has to be asked about that.</summary>
    public static bool Differs(string? seen, string standing, string wanted) =>
        !string.IsNullOrEmpty(seen) && seen != standing && wanted != standing;

    private static string Hash(byte[] json) => Base64Url.EncodeToString(SHA256.HashData(json).AsSpan(0, 12));
}
