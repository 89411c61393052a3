using System.Security.Cryptography;
using EventOps.Registration.Ticketing;

namespace EventOps.Registration.Tests.Ticketing;

/// <summary>The QR text: what we signed is read back, everything else is nothing.</summary>
public sealed class TicketCodeTests
{
    private static readonly ECDsa s_key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly TicketCode s_code = new(
        1, Guid.Parse("11111111-2222-4333-8444-555555555555"), Guid.Parse("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"), 3,
        new(2026, 12, 13, 8, 0, 0, TimeSpan.Zero), new(2026, 12, 15, 16, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_signed_code_is_read_back_whole() =>
        Assert.Equal(s_code, TicketCode.Verify(s_code.Sign(s_key), id => id == 1 ? s_key : null));

    [Fact]
    public void A_code_fits_the_alphanumeric_mode_of_qr_codes() =>
        Assert.Matches("^[A-Z2-7]{173}$", s_code.Sign(s_key));

    [Fact]
    public void No_letter_of_a_code_can_be_changed()
    {
        var code = s_code.Sign(s_key);
        for (var i = 0; i < code.Length; i++)
        {
            var forged = code[..i] + (code[i] == 'A' ? 'B' : 'A') + code[(i + 1)..];
            Assert.Null(TicketCode.Verify(forged, _ => s_key));
        }
    }

    [Fact]
    public void Another_key_an_unknown_key_and_garbage_are_nothing()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var code = s_code.Sign(s_key);
        Assert.Null(TicketCode.Verify(code, _ => other));
        Assert.Null(TicketCode.Verify(code, _ => null));
        foreach (var garbage in new[] { "", "A", code + "A", code[..^1], code.ToLowerInvariant(), new string('é', 173), new string('A', 10_000) })
            Assert.Null(TicketCode.Verify(garbage, _ => s_key));
    }

    [Theory]
    [InlineData("K7MQ4RZPX2VD", "K7MQ4RZPX2VD")]
    [InlineData("k7mq 4rzp x2vd", "K7MQ4RZPX2VD")]
    [InlineData("K7MQ-4RZP-X2VD", "K7MQ4RZPX2VD")]
    [InlineData("OIL0 0000 0000", "011000000000")]
    [InlineData("K7MQ", null)]
    [InlineData("K7MQ4RZPX2VDX", null)]
    [InlineData("K7MQ4RZPX2V!", null)]
    public void A_typed_code_is_read_as_people_write(string typed, string? read) =>
        Assert.Equal(read, ShortCode.Normalise(typed));

    [Fact]
    public void A_short_code_is_the_end_of_the_id() =>
        Assert.Equal("00000000000Z", ShortCode.Of(Guid.Parse("12345678-1234-4234-8000-00000000001f")));
}
