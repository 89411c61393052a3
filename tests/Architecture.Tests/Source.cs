namespace EventOps.Architecture.Tests;

/// <summary>One file of the repository, or a bad sample that a rule must reject.</summary>
public sealed record Source(string Path, string Text)
{
    /// <summary>The folder under src that the file belongs to: <c>Registration</c>.</summary>
    public string Project => Path.Split('/') is ["src", var project, ..] ? project : "";

    public string Name => System.IO.Path.GetFileName(Path);

    public IEnumerable<string> Lines => Text.Split('\n');

    public static string Root { get; } = Upwards(AppContext.BaseDirectory);

    /// <summary>The files that people write, by ending; nothing generated, built or brought along from elsewhere.</summary>
    public static IReadOnlyList<Source> All(params IReadOnlyList<string> endings) =>
    [
        .. from folder in new[] { "src", "tests", "bench" }
           from file in Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
           let path = System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/')
           where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
               && !path.Contains("/node_modules/", StringComparison.Ordinal) && !path.Contains("/wwwroot/lib/", StringComparison.Ordinal)
               && !path.Contains("/vendor/", StringComparison.Ordinal) && !path.StartsWith("src/Host/wwwroot/", StringComparison.Ordinal)
           select new Source(path, File.ReadAllText(file)),
    ];

    private static string Upwards(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "EventOps.sln")) ? folder : Upwards(Directory.GetParent(folder)!.FullName);
}
