using System.Text.RegularExpressions;

namespace EventOps.Host.Mailing;

/// <summary>Finds the links in a plain mail, so that a demo can follow them.</summary>
internal static partial class MailLinks
{
    /// <summary>The line's pieces in order.</summary>
    public static IEnumerable<(string Piece, bool IsLink)> Find(string line) =>
        Link().Split(line).Select((piece, number) => (piece, number % 2 == 1)); // every second piece is what the group matched

    [GeneratedRegex(@"(https?://[^\s<>""]*[^\s<>"".,;:!?)])")]
    private static partial Regex Link();
}
