using System.Text;

namespace EventOps.Barcamp.Exporting;

/// <summary>Lines of an iCalendar file: texts escaped, folded at 75 octets between letters, ended by CR LF.</summary>
internal sealed class CalendarLines
{
    private const int Octets = 75;

    private readonly StringBuilder _file = new();

    public void AddText(string name, string text)
    {
        if (text.Length > 0) Add(name, Escape(text));
    }

    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                _file.Append("\r\n ");
                octets = 1;
            }

            _file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _file.Append("\r\n");
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (letter == '\n') escaped.Append(@"\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter == '\t') escaped.Append(letter);
        }

        return escaped.ToString();
    }

    public override string ToString() => _file.ToString();
}
