using EventOps.Ui;

namespace EventOps.Host;

/// <summary>The few words that the host says itself: Texts.resx and Texts.de.resx.</summary>
internal static class Texts
{
    public static readonly TextSource Of = new(typeof(Texts));

    /// <summary>The text's name for a failure; also its code in problem+json.</summary>
    public static string For(int status) => status switch
    {
        400 => "bad-request",
        401 => "sign-in-needed",
        403 => "not-allowed",
        404 => "not-found",
        405 => "method-not-allowed",
        413 => "too-large",
        415 => "unknown-format",
        429 => "too-many",
        503 => "unavailable",
        < 500 => "bad-request",
        _ => "internal",
    };
}
