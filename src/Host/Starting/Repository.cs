namespace EventOps.Host.Starting;

/// <summary>The source tree that this host was built from, when it runs inside one.</summary>
public static class Repository
{
    /// <summary>The folder of EventOps.sln, or nothing in a container.</summary>
    public static string? Root { get; } = Above(AppContext.BaseDirectory)
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "EventOps.sln")));

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
