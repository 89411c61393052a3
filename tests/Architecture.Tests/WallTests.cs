namespace EventOps.Architecture.Tests;

/// <summary>Each wall stands, and each rejects its bad sample.</summary>
public sealed class WallTests
{
    private static readonly IReadOnlyList<Source> s_code =
        [.. Source.All(".cs", ".razor", ".sql").Where(file => file.Project.Length > 0)];

    [Fact]
    public void Modules_reference_the_libraries_only()
    {
        Assert.Empty(Rules.References(Source.All(".csproj").Where(file => file.Project.Length > 0)));
        Assert.NotEmpty(Rules.References([Sample("src/Registration/X.csproj", """<ProjectReference Include="../Accounts/EventOps.Accounts.csproj" />""")]));
    }

    [Fact]
    public void Statements_stay_in_their_own_schema()
    {
        Assert.Empty(Rules.Schemas(s_code));
        Assert.NotEmpty(Rules.Schemas([Sample("src/Registration/X.cs", "select 1 from accounts.personal where")]));
    }

    [Fact]
    public void Deciders_are_pure()
    {
        Assert.Empty(Rules.Purity(s_code));
        Assert.NotEmpty(Rules.Purity(
            [Sample("src/Registration/X.cs", "static Decision<E> Decide(C c, S s) => new E(DateTimeOffset.UtcNow);")]));
    }

    [Fact]
    public void Nobody_reads_the_system_clock()
    {
        Assert.Empty(Rules.Clocks(s_code));
        Assert.NotEmpty(Rules.Clocks([Sample("src/Ui/X.cs", "var now = DateTime.Now;")]));
    }

    [Fact]
    public void Pages_have_no_inline_style_or_script()
    {
        Assert.Empty(Rules.Inline(Source.All(".razor")));
        Assert.NotEmpty(Rules.Inline([Sample("src/Ui/X.razor", """<p style="color: red">""")]));
        Assert.NotEmpty(Rules.Inline([Sample("src/Ui/X.razor", "<script>alert(1)</script>")]));
    }

    [Fact]
    public void Names_follow_the_domain_and_not_a_pattern()
    {
        Assert.Empty(Rules.Names(s_code));
        Assert.NotEmpty(Rules.Names([Sample("src/Registration/X.cs", "public sealed class TicketService {")]));
    }

    [Fact]
    public void Files_stay_readable()
    {
        Assert.Empty(Rules.Sizes(Source.All(".cs", ".razor", ".js", ".css")));
        Assert.NotEmpty(Rules.Sizes([Sample("src/Ui/X.cs", string.Join('\n', Enumerable.Repeat("x", 300)))]));
    }

    [Fact]
    public void Usings_stand_in_order()
    {
        Assert.Empty(Rules.Usings(Source.All(".cs")));
        Assert.NotEmpty(Rules.Usings([Sample("src/Ui/X.cs", "using Npgsql;\nusing EventOps.Ui;\n")]));
        Assert.NotEmpty(Rules.Usings([Sample("src/Ui/X.cs", "using EventOps.Ui;\nusing System.Text;\n")]));
    }

    [Fact]
    public void Every_heard_message_is_listed_in_its_module()
    {
        Assert.Empty(Rules.Hearing(s_code));
        Assert.NotEmpty(
            Rules.Hearing([Sample("src/Accounts/Hearing/OnNothing.cs", ""), Sample("src/Accounts/AccountsModule.cs", "")]));
    }

    [Fact]
    public void The_root_holds_what_its_readers_need()
    {
        var listed = Directory.EnumerateFileSystemEntries(Source.Root).Select(Path.GetFileName)
            .Where(name => name is not (".git" or "artifacts" or ".data"));
        Assert.InRange(listed.Count(), 1, 22);
    }

    private static Source Sample(string path, string text) => new(path, text);
}
