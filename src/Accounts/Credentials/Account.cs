namespace EventOps.Accounts.Credentials;

/// <summary>What one person signs in with. Rights are not here: they are the member stream's.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Name { get; set; }

    public required string Mail { get; set; }

    public required string MailKey { get; set; }

    public required string Language { get; set; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    /// <summary>Base32, as authenticator apps take it.</summary>
    public string? AuthenticatorKey { get; set; }

    public bool AuthenticatorOn { get; set; }

    /// <summary>The stamp that the row had when it was read: two changes at once do not overwrite each other.</summary>
    internal string StoredStamp { get; set; } = "";
}
