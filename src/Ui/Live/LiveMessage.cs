using System.Globalization;
using System.Text;

namespace EventOps.Ui.Live;

/// <summary>One message of a live view; its frame is encoded once and shared by all who receive it.</summary>
/// <param name="Id">The position in the channel; a reconnecting viewer names the last one it saw.</param>
/// <param name="Event">"changed": fetch your part again. "replace": the data is the new HTML of elements with ids.</param>
/// <param name="Data">May be empty; may hold several lines.</param>
public sealed record LiveMessage(long Id, string Event, string Data)
{
    private byte[]? _frame;

    /// <summary>Given to all viewers now and then, so that no proxy closes their stream; tells nothing.</summary>
    internal static LiveMessage Beat { get; } = new(-1, "", "") { _frame = ": \n\n"u8.ToArray() };

    /// <summary>Nothing happened: it is passed on as it is.</summary>
    public bool IsBeat => ReferenceEquals(this, Beat);

    /// <summary>Tells all to fetch their part again.</summary>
    public static LiveMessage Changed(long id) => new(id, "changed", "");

    /// <summary>The message as it goes over the wire.</summary>
    internal ReadOnlyMemory<byte> Frame => _frame ??= Encode();

    private byte[] Encode()
    {
        var text = new StringBuilder(Data.Length + 64)
            .Append(CultureInfo.InvariantCulture, $"id: {Id}\nevent: {Event}\n");
        foreach (var line in Data.ReplaceLineEndings("\n").Split('\n')) text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
