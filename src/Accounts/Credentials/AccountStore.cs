using System.Security.Cryptography;
using System.Text;
using EventOps.EventStore;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace EventOps.Accounts.Credentials;

/// <summary>Where ASP.NET Core Identity finds and keeps accounts: rows in PostgreSQL, written by hand.</summary>
public sealed class AccountStore(NpgsqlDataSource database, IDataProtectionProvider protection)
    : AccountFields, IUserTwoFactorRecoveryCodeStore<Account>
{
    private const string Select = """
        select p.subject_id, p.organisation_id, p.name, p.mail, p.mail_key, p.language,
          c.password_hash, c.security_stamp, c.authenticator_key, c.authenticator_on
        from accounts.personal p join accounts.credentials c on c.account_id = p.subject_id
        """;

    private readonly IDataProtector _keys = protection.CreateProtector("accounts.authenticator");

    public override Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? database.First(Select + " where p.subject_id = $1", Read, Statements.Value(id))
            : Task.FromResult<Account?>(null);

    public override Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        database.First(Select + " where p.mail_key = $1", Read, Statements.Value(normalizedEmail));

    /// <summary>Writes all that Identity may change; fails when another change came first.</summary>
    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var key = user.AuthenticatorKey is null ? null : _keys.Protect(Encoding.ASCII.GetBytes(user.AuthenticatorKey));
        var changed = await database.Execute(
            """
            update accounts.credentials
            set password_hash = $3, security_stamp = $4, authenticator_key = $5, authenticator_on = $6
            where account_id = $1 and security_stamp = $2
            """,
            Statements.Value(user.Id), Statements.Value(user.StoredStamp), Statements.Value(user.PasswordHash),
            Statements.Value(user.SecurityStamp), Statements.Value(key), Statements.Value(user.AuthenticatorOn));
        if (changed == 0) return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        user.StoredStamp = user.SecurityStamp;
        return IdentityResult.Success;
    }

    public async Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Add("delete from accounts.recovery_codes where account_id = $1", Statements.Value(user.Id));
        batch.Add(
            "insert into accounts.recovery_codes (account_id, hash) select $1, unnest($2)",
            Statements.Value(user.Id), Statements.Value(recoveryCodes.Select(Hash).ToArray()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        await database.Execute(
            "delete from accounts.recovery_codes where account_id = $1 and hash = $2",
            Statements.Value(user.Id), Statements.Value(Hash(code))) == 1;

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => database.First(
        "select count(*)::int from accounts.recovery_codes where account_id = $1", row => row.GetInt32(0),
        Statements.Value(user.Id));

    private Account Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        OrganisationId = row.GetGuid(1),
        Name = row.GetString(2),
        Mail = row.GetString(3),
        MailKey = row.GetString(4),
        Language = row.GetString(5),
        PasswordHash = row.IsDBNull(6) ? null : row.GetString(6),
        SecurityStamp = row.GetString(7),
        StoredStamp = row.GetString(7),
        AuthenticatorKey = row.IsDBNull(8) ? null : Unprotected(row.GetFieldValue<byte[]>(8)),
        AuthenticatorOn = row.GetBoolean(9),
    };

    // After the key ring was lost the app's codes no longer fit; the recovery codes still do.
    private string? Unprotected(byte[] key)
    {
        try
        {
            return Encoding.ASCII.GetString(_keys.Unprotect(key));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(RecoveryCodes.Plain(code)));
}
