namespace EventOps.Host.Starting;

/// <summary>The system user that runs PostgreSQL when the host was started as root, which PostgreSQL refuses.</summary>
public static class UnprivilegedUser
{
    private const string Name = "eventops";

    /// <summary>The user's name, made when missing; nothing when the host does not run as root.</summary>
    public static async Task<string?> WhenRoot()
    {
        if (!Environment.IsPrivilegedProcess) return null;
        var tool = new Tool(User: null);
        if ((await tool.Run("id", ["-u", Name])).ExitCode == 0) return Name;
        string[] arguments = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
            "--shell", "/usr/sbin/nologin", Name];
        var made = await tool.Run("useradd", arguments);
        return made.ExitCode == 0
            ? Name
            : throw new CannotStart($"PostgreSQL refuses to run as root, and the user {Name} could not be made for it: " +
                made.Output.Trim().ReplaceLineEndings(" "));
    }
}
