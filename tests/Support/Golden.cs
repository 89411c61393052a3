using System.Reflection;
using System.Text;
using System.Text.Json;
using EventOps.EventStore;
using Xunit;

namespace EventOps.Support;

/// <summary>
/// Stored events last for ever: one JSON file per stored name under <c>Golden/</c> of the test project says how each looks.
/// </summary>
public static class Golden
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true };

    /// <summary>The repository, found upwards from the test's own files.</summary>
    public static string Repository { get; } = Upwards(AppContext.BaseDirectory);

    /// <summary>
    /// Every event of the types has its file, is read from it whole and written back the same; no file belongs to nothing.
    /// <c>EVENTOPS_NEW_GOLDEN=1</c> writes files that are missing; a file that is there is never changed.
    /// </summary>
    public static void Check(EventTypes types, Assembly test)
    {
        var folder = Path.Combine(Repository, "tests", test.GetName().Name!["EventOps.".Length..], "Golden");
        Assert.NotEmpty(types.All);
        foreach (var (type, name) in types.All)
        {
            var file = Path.Combine(folder, name + ".json");
            if (!File.Exists(file)) Missing(types, type, file);
            var stored = File.ReadAllBytes(file);
            var happened = types.Read(name, stored);
            Assert.IsType(type, happened);
            Assert.Equal(Canonical(stored), Canonical(Encoding.UTF8.GetBytes(types.Write(happened))));
        }

        var unreadable = Directory.GetFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension)
            .Where(name => !types.Knows(name!));
        Assert.Empty(unreadable);
    }

    private static void Missing(EventTypes types, Type type, string file)
    {
        var json = types.Write(Samples.Of(type));
        var readable = JsonSerializer.Serialize(JsonDocument.Parse(json), s_readable);
        var write = Environment.GetEnvironmentVariable("EVENTOPS_NEW_GOLDEN") == "1";
        Assert.True(write, $"{file} is missing. It might hold:\n{readable}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, readable + "\n");
    }

    private static string Canonical(byte[] json) => JsonSerializer.Serialize(JsonDocument.Parse(json));

    private static string Upwards(string folder) => File.Exists(Path.Combine(folder, "EventOps.sln"))
        ? folder
        : Upwards(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No EventOps.sln above the tests."));
}
