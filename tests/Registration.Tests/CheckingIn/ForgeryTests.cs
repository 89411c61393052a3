using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EventOps.Registration.CheckingIn;
using EventOps.Registration.Ticketing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Registration.Tests.CheckingIn;

public class ForgeryTests(RegistrationHost host) : IClassFixture<RegistrationHost>
{
    private CodeReader Reader => host.Services.GetRequiredService<CodeReader>();

    [Fact]
    public async Task No_flipped_bit_survives()
    {
        var (_, _, code) = await Ticket();
        var bytes = new byte[108];
        Assert.True(Base32.TryDecode(code, bytes));
        Assert.IsType<ReadCode.Ours>(await Reader.Read(code, default));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.IsType<ReadCode.Forged>(await Reader.Read(Base32.Encode(bytes), default));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task No_flipped_bit_of_the_text_survives()
    {
        var (_, _, code) = await Ticket();
        for (var bit = 0; bit < code.Length * 8; bit++)
        {
            var text = code.ToCharArray();
            text[bit / 8] ^= (char)(1 << (bit % 8));
            Assert.IsType<ReadCode.Forged>(await Reader.Read(new string(text), default));
        }
    }

    [Fact]
    public async Task No_other_length_survives()
    {
        var (_, _, code) = await Ticket();
        for (var length = 0; length < code.Length; length++)
            Assert.IsNotType<ReadCode.Ours>(await Reader.Read(code[..length], default));
        foreach (var more in new[] { "A", "=", "AAAAAAAA", code, new string('A', 10_000) })
            Assert.IsNotType<ReadCode.Ours>(await Reader.Read(code + more, default));
    }

    [Fact]
    public async Task Nobody_else_can_sign()
    {
        var (planned, id, _) = await Ticket();
        var (keyId, ours) = await host.Services.GetRequiredService<SigningKeys>().Current(default);
        using var theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ticket = new TicketCode(keyId, planned.Id, id, 1, DateTimeOffset.UnixEpoch, host.Clock.Now.AddYears(1));

        Assert.IsType<ReadCode.Ours>(await Reader.Read(ticket.Sign(ours), default));
        Assert.IsType<ReadCode.Forged>(await Reader.Read(ticket.Sign(theirs), default));
        for (var other = 0; other < 256; other++)
            Assert.IsType<ReadCode.Forged>(await Reader.Read((ticket with { KeyId = (byte)other }).Sign(theirs), default));
    }

    [Fact]
    public async Task At_the_gate_the_whole_text_counts_and_not_whose_ticket_it_names()
    {
        var (planned, id, code) = await Ticket();
        using var gate = new Gate(host, planned);
        var (keyId, ours) = await host.Services.GetRequiredService<SigningKeys>().Current(default);
        using var theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var ticket = new TicketCode(keyId, planned.Id, id, 1, DateTimeOffset.UnixEpoch, host.Clock.Now.AddYears(1));
        var bytes = new byte[108];
        Assert.True(Base32.TryDecode(code, bytes));

        foreach (var at in new[] { 44, 75, 107 }) // in the signature
        {
            bytes[at] ^= 1;
            Assert.Equal("forged", (await gate.Scan(Base32.Encode(bytes))).Result);
            bytes[at] ^= 1;
        }

        Assert.Equal("forged", (await gate.Scan(ticket.Sign(theirs))).Result);
        Assert.Equal("ok", (await gate.Scan(ticket.Sign(ours))).Result); // not the text that was issued, but signed by us
        Assert.Equal("already-checked-in", (await gate.Scan(code)).Result);
    }

    [Fact]
    public async Task A_printed_badge_survives_the_change_of_keys()
    {
        var (planned, _, before) = await Ticket();
        await host.Services.GetRequiredService<SigningKeys>().Rotate(default);
        var after = await Gate.CodeOf(host, planned, await planned.SignUp(host));
        using var gate = new Gate(host, planned);

        Assert.NotEqual(Key(before), Key(after));
        Assert.Equal(("ok", "ok"), ((await gate.Scan(before)).Result, (await gate.Scan(after)).Result));
    }

    [Fact]
    public async Task Garbage_is_answered_and_never_green()
    {
        var (planned, _, code) = await Ticket();
        using var gate = new Gate(host, planned);
        string[] corpus =
        [
            code.ToLowerInvariant(), code[..80], code + code, new('A', 10_240), new('\u0000', 300), new('7', 173),
            new('=', 173),
            string.Concat(Enumerable.Repeat("🎟️", 90)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(7_680)),
            "\uFEFF" + code,
            string.Join('\n', code.Chunk(40).Select(part => new string(part))), "data:," + code, "{\"code\":\"" + code + "\"}",
            new StringBuilder().Insert(0, "\u202E" + code[1..]).ToString(), " ", "-",
            ".......................................................",
        ];

        foreach (var text in corpus)
        {
            var answer = await gate.Post(new { code = text });
            Assert.True(
                (int)answer.StatusCode is 200 or 422, $"{answer.StatusCode.ToString()} for {text[..Math.Min(40, text.Length)]}");
            Assert.DoesNotContain("\"ok\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lone_half_of_a_character_is_no_JSON()
    {
        var (planned, _, _) = await Ticket();
        using var gate = new Gate(host, planned);
        using var body = new StringContent("""{"code":"\ud83c"}""", Encoding.UTF8, "application/json");

        var answer = await gate.Http.PostAsync($"/api/v1/events/{planned.Slug}/scans", body);

        Assert.Equal(422, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_typed_code_may_look_alike()
    {
        var (planned, id, _) = await Ticket();
        using var gate = new Gate(host, planned);
        var code = ShortCode.Of(id);
        string[] ways =
        [
            code, ShortCode.Spaced(code), code.ToLower(CultureInfo.InvariantCulture), $" {code[..6]}-{code[6..]} ",
            code.Replace('0', 'O').Replace('1', 'I'), code.Replace('0', 'o').Replace('1', 'l'),
        ];

        Assert.Equal("ok", (await gate.Scan(ways[0])).Result);
        foreach (var way in ways)
            Assert.Equal("already-checked-in", (await gate.Scan(way)).Result);
        foreach (var wrong in new[] { code[..11], code + "0", "U" + code[1..] })
            Assert.Equal("unknown", (await gate.Scan(wrong)).Result);
    }

    private static byte Key(string code)
    {
        var bytes = new byte[108];
        Assert.True(Base32.TryDecode(code, bytes));
        return bytes[1];
    }

    private async Task<(PlannedEvent Planned, Guid Id, string Code)> Ticket()
    {
        var planned = await PlannedEvent.In(host);
        var id = await planned.SignUp(host);
        return (planned, id, await Gate.CodeOf(host, planned, id));
    }
}
