namespace EventOps.Billing.Money;

/// <summary>The check of ISO 7064 that bank accounts, payment references and Leitweg-IDs share.</summary>
public static class Mod97
{
    /// <summary>Rest of a text by 97, letters counting 10 to 35.</summary>
    public static int Rest(ReadOnlySpan<char> text)
    {
        var rest = 0;
        foreach (var letter in text)
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : char.ToUpperInvariant(letter) - 'A' + 10;
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }

        return rest;
    }

    /// <summary>The two digits that make <paramref name="text"/> leave a rest of 1, when they stand at the end of it.</summary>
    public static int Check(string text) => 98 - Rest(text + "00");

    /// <summary>Letters and digits only, upper case: as people write them, with blanks in groups of four.</summary>
    public static string Compact(string? typed) =>
        string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    public static bool IsAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter)) return false;
        }

        return text.Length > 0;
    }
}
