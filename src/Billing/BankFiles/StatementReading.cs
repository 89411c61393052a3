using System.IO.Compression;
using EventOps.Contracts;

namespace EventOps.Billing.BankFiles;

/// <summary>Reads what banks hand out: CAMT.053 alone or several in a ZIP, or CSV. Found out from the bytes, not from the
/// name.</summary>
public static class StatementReading
{
    public const int MostBytes = 8 * 1024 * 1024;
    private const int MostFiles = 400;

    /// <summary><paramref name="iban"/>: the seller's account; entries of another one are refused.</summary>
    public static StatementFile Read(byte[] file, string iban)
    {
        if (file.Length > MostBytes) return StatementFile.Wrong(StatementFault.TooLarge);
        return file is [(byte)'P', (byte)'K', 3, 4, ..] ? Zip(file, Mod97.Compact(iban)) : One(file, Mod97.Compact(iban));
    }

    private static StatementFile One(byte[] file, string iban) =>
        LooksLikeXml(file) ? Camt053.Read(file, iban) : BankCsv.Read(file, iban);

    // The sizes that a ZIP tells of itself are not believed: what is unpacked is counted.
    private static StatementFile Zip(byte[] file, string iban)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            var (entries, passed, adds, left) = (new List<BankEntry>(), 0, (bool?)null, MostBytes);
            if (zip.Entries.Count > MostFiles) return StatementFile.Wrong(StatementFault.TooLarge);
            foreach (var packed in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                if (Unpack(packed, left) is not { } xml) return StatementFile.Wrong(StatementFault.TooLarge);
                left -= xml.Length;
                var read = Camt053.Read(xml, iban);
                if (read.Fault != StatementFault.None) return read;
                entries.AddRange(read.Entries);
                passed += read.PassedOver;
                adds = (adds, read.Adds) switch
                {
                    (null, var other) => other,
                    (var one, null) => one,
                    var (one, other) =>
                    one & other
                };
            }

            return left == MostBytes ? StatementFile.Wrong(StatementFault.NotReadable) : new(entries, passed) { Adds = adds };
        }
        catch (InvalidDataException)
        {
            return StatementFile.Wrong(StatementFault.NotReadable);
        }
    }

    private static byte[]? Unpack(ZipArchiveEntry packed, int most)
    {
        using var stream = packed.Open();
        using var xml = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (xml.Length + read > most) return null;
            xml.Write(part, 0, read);
        }

        return xml.ToArray();
    }

    private static bool LooksLikeXml(byte[] file)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> text = file;
        if (text.StartsWith(mark)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }
}
