namespace EventOps.Contracts;

/// <summary>The organisations of an installation.</summary>
public static class Organisations
{
    /// <summary>The one organisation that each installation starts with.</summary>
    public static readonly Guid First = new("0199c2a4-7c00-7000-8000-000000000001");
}
