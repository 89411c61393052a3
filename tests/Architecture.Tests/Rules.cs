using System.Text.RegularExpressions;

namespace EventOps.Architecture.Tests;

/// <summary>The walls of STYLE.md as functions from files to offences.</summary>
public static partial class Rules
{
    private static readonly Dictionary<string, string[]> s_mayReference = new(StringComparer.Ordinal)
    {
        ["EventStore"] = [],
        ["Messaging"] = ["EventStore"],
        ["Contracts"] = [],
        ["Ui"] = [],
        ["Host"] = ["EventStore", "Messaging", "Contracts", "Ui", "Registration", "Barcamp", "Surveys", "Marketplace", "Billing", "Accounts"],
    };

    private static readonly string[] s_libraries = ["EventStore", "Messaging", "Contracts", "Ui"];

    private static readonly Dictionary<string, string[]> s_schemas = new(StringComparer.Ordinal)
    {
        ["EventStore"] = ["eventops", "eventops_side"],
        ["Messaging"] = ["messaging"],
        ["Registration"] = ["registration"],
        ["Barcamp"] = ["barcamp"],
        ["Surveys"] = ["surveys"],
        ["Marketplace"] = ["marketplace"],
        ["Billing"] = ["billing"],
        ["Accounts"] = ["accounts"],
        ["Host"] = ["host"],
    };

    /// <summary>A module references the libraries and no other module.</summary>
    public static IEnumerable<string> References(IEnumerable<Source> projects) =>
        from project in projects
        let allowed = s_mayReference.GetValueOrDefault(project.Project) ?? s_libraries
        from Match reference in ProjectReference().Matches(project.Text)
        where !allowed.Contains(reference.Groups[1].Value)
        select $"{project.Path} references {reference.Groups[1].Value}";

    /// <summary>A statement names tables of its own schema only.</summary>
    public static IEnumerable<string> Schemas(IEnumerable<Source> files) =>
        from file in files
        where s_schemas.ContainsKey(file.Project)
        from Match table in Table().Matches(file.Text)
        where !s_schemas[file.Project].Contains(table.Groups[1].Value)
            // The host looks at health; the operator's page shows how much is stored.
            && !(file.Project == "Host" && table.Groups[1].Value.StartsWith("eventops", StringComparison.Ordinal))
        select $"{file.Path} touches {table.Value.Trim()}";

    /// <summary>A decider knows no HTTP, SQL, clock, culture or randomness.</summary>
    public static IEnumerable<string> Purity(IEnumerable<Source> files) =>
        from file in files
        where DecidesSomething().IsMatch(file.Text)
        from Match impure in Impure().Matches(file.Text)
        select $"{file.Path} knows {impure.Value}";

    /// <summary>There is one clock, and it is handed in; only what starts the host, and the clock itself, reads the system's.</summary>
    public static IEnumerable<string> Clocks(IEnumerable<Source> files) =>
        from file in files
        where !file.Path.StartsWith("src/Host/Starting/", StringComparison.Ordinal) && file.Name != "DatabaseClock.cs"
        from Match clock in Clock().Matches(file.Text)
        select $"{file.Path} reads {clock.Value}";

    /// <summary>No inline style or script, which the content security policy would refuse; mails are the exception.</summary>
    public static IEnumerable<string> Inline(IEnumerable<Source> files) =>
        from file in files
        where !file.Path.Contains("/Mailing/", StringComparison.Ordinal)
        from Match inline in InlineCode().Matches(file.Text)
        select $"{file.Path} has {inline.Value}";

    /// <summary>Names say what a thing is for, not which pattern it follows.</summary>
    public static IEnumerable<string> Names(IEnumerable<Source> files) =>
        from file in files
        from Match name in PatternName().Matches(file.Text)
        select $"{file.Path} declares {name.Groups[1].Value}";

    /// <summary>A file is one thing: at most 200 lines, 250 for tests; lines of at most 130 letters in C#.</summary>
    public static IEnumerable<string> Sizes(IEnumerable<Source> files)
    {
        foreach (var file in files)
        {
            var most = file.Path.StartsWith("src/", StringComparison.Ordinal) ? 200 : 250;
            if (file.Lines.Count() > most + 1) yield return $"{file.Path} has {file.Lines.Count()} lines";
        }
    }

    /// <summary>Usings stand in the order of their names, System first; what <c>dotnet format whitespace</c> does not look at.</summary>
    public static IEnumerable<string> Usings(IEnumerable<Source> files) =>
        from file in files
        let usings = Using().Matches(file.Text).Select(found => found.Groups[1].Value).ToList()
        where !usings.SequenceEqual(usings.OrderBy(Rank).ThenBy(name => name, StringComparer.OrdinalIgnoreCase))
        select $"{file.Path} has its usings in disorder";

    private static int Rank(string name) => name.StartsWith("static ", StringComparison.Ordinal) ? 2
        : name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1;

    /// <summary>Each handler file in Hearing/ is listed where the module is put together.</summary>
    public static IEnumerable<string> Hearing(IReadOnlyList<Source> files) =>
        from file in files
        where file.Path.Contains("/Hearing/On", StringComparison.Ordinal)
        let heard = Path.GetFileNameWithoutExtension(file.Name)
        where !files.Any(other => other.Project == file.Project && other.Name.EndsWith("Module.cs", StringComparison.Ordinal)
            && other.Text.Contains($"{heard}.Handle", StringComparison.Ordinal))
        select $"{file.Path} is listed nowhere";

    [GeneratedRegex("""<ProjectReference Include="[^"]*EventOps\.(\w+)\.csproj""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\b(?:from|into|update|join|table|on)\s+(eventops|eventops_side|messaging|registration|barcamp|surveys|marketplace|billing|accounts|host)\.[a-z_]+\b(?!\.|-)")]
    private static partial Regex Table();

    [GeneratedRegex(@"static Decision<\w+> Decide\(")]
    private static partial Regex DecidesSomething();

    [GeneratedRegex(@"\b(Npgsql|HttpContext|Microsoft\.AspNetCore|UtcNow|TimeProvider|Guid\.NewGuid|Random|CultureInfo)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Utc)?Now\b")]
    private static partial Regex Clock();

    [GeneratedRegex("""(?<=\s)(?:style|on(?:click|change|submit|load|input))="|<style|<script(?![^>]*\bsrc=)""")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\b(?:class|record|struct)\s+(\w+(?:Service|Manager|Helper|Util|Utils|Dto|CommandHandler|EventHandler))\b")]
    private static partial Regex PatternName();

    [GeneratedRegex(@"^using ((?:static )?[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
