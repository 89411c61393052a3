using System.Security.Cryptography;
using EventOps.Registration.Ticketing;

namespace EventOps.Registration.CheckingIn;

/// <summary>What a text at the gate is: a signed code, a typed one, or neither.</summary>
public abstract record ReadCode
{
    public sealed record Ours(TicketCode Ticket) : ReadCode;

    public sealed record Typed(string ShortCode) : ReadCode;

    public sealed record Forged : ReadCode;

    public sealed record Unknown : ReadCode;
}

/// <summary>Reads texts at the gate against the keys of this installation. Never throws, whatever the text.</summary>
public sealed class CodeReader(SigningKeys keys)
{
    // Longer than anything a person types, shorter than any signed code.
    private const int LongestTyped = 64;

    public async Task<ReadCode> Read(string text, CancellationToken ct)
    {
        var code = text.Trim();
        if (code.Length <= LongestTyped)
            return ShortCode.Normalise(code) is { } typed ? new ReadCode.Typed(typed) : new ReadCode.Unknown();
        var ours = Verify(code, await keys.PublicKeys(fresh: false, ct), out var keyIsUnknown);
        if (keyIsUnknown) ours = Verify(code, await keys.PublicKeys(fresh: true, ct), out _); // another host may have rotated
        return ours is null ? new ReadCode.Forged() : ours;
    }

    private static ReadCode.Ours? Verify(string code, Func<byte, ECDsa?> keys, out bool keyIsUnknown)
    {
        var missed = false;
        var ticket = TicketCode.Verify(code, id =>
        {
            var key = keys(id);
            missed = key is null;
            return key;
        });
        keyIsUnknown = missed;
        return ticket is null ? null : new ReadCode.Ours(ticket);
    }
}
