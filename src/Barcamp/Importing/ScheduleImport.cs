using System.Xml;
using System.Xml.Linq;

namespace EventOps.Barcamp.Importing;

/// <summary>
/// Reads a schedule.xml that comes from anywhere: nothing outside of it is fetched, its size is limited, and either all of it
/// is understood or none is taken.
/// </summary>
public static class ScheduleImport
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings s_careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <param name="file">Is read to its end, or to the limit.</param>
    /// <param name="timeZone">IANA zone of the event, where the file names none.</param>
    public static ImportOutcome Read(Stream file, string timeZone)
    {
        using var bytes = new MemoryStream();
        if (!Fits(file, bytes)) return Failed(new(0, ImportFault.TooLarge, $"{MostBytes / 1024 / 1024} MB"));
        bytes.Position = 0;
        try
        {
            using var reader = XmlReader.Create(bytes, s_careful);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name == "schedule"
                ? new ScheduleFileReading(root, timeZone).Read()
                : Failed(new(Line(root), ImportFault.NoSchedule, root.Name.LocalName));
        }
        catch (XmlException wrong)
        {
            return Failed(new(wrong.LineNumber, ImportFault.NotXml, ""));
        }
    }

    internal static int Line(XObject at) => ((IXmlLineInfo)at).LineNumber;

    private static ImportOutcome Failed(ImportError error) => new(null, [error]);

    private static bool Fits(Stream file, MemoryStream into)
    {
        var part = new byte[64 * 1024];
        for (int read; (read = file.Read(part)) > 0;)
        {
            if (into.Length + read > MostBytes) return false;
            into.Write(part, 0, read);
        }

        return true;
    }
}
