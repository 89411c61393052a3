using Microsoft.AspNetCore.DataProtection;

namespace EventOps.Ui;

/// <summary>
/// The hidden key of a form: random, with the time it was handed out, readable by our hosts alone. It makes a second click
/// harmless and tells a person, who needs a moment to type, from a script, which does not.
/// </summary>
public sealed class FormKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Length = 16 + sizeof(long);

    private readonly IDataProtector _protector = protection.CreateProtector("ui.form-key.v1");

    /// <summary>What <see cref="Read"/> finds in a key.</summary>
    public sealed record Key(Guid Id, TimeSpan Age);

    /// <summary>A new key for a form that is about to be shown.</summary>
    public string Issue()
    {
        var bytes = new byte[Length];
        Guid.NewGuid().TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(16), clock.GetUtcNow().UtcTicks);
        return Convert.ToBase64String(_protector.Protect(bytes));
    }

    /// <summary>The key that a form brought back; null where it is missing, not ours, or older than a day.</summary>
    public Key? Read(string? value)
    {
        try
        {
            if (value is null || _protector.Unprotect(Convert.FromBase64String(value)) is not { Length: Length } bytes)
                return null;
            var age = clock.GetUtcNow() - new DateTimeOffset(BitConverter.ToInt64(bytes, 16), TimeSpan.Zero);
            return age > TimeSpan.FromDays(1) ? null : new(new Guid(bytes.AsSpan(0, 16)), age);
        }
        catch (Exception foreign) when (foreign is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
