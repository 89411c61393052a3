using CsvHelper;
using EventOps.Contracts;
using EventOps.Marketplace.Entering;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EventOps.Marketplace.CollectingContacts;

/// <summary>The contacts that an exhibitor was given, as a page and as a file: names as Registration knows them at this
/// moment.</summary>
public static class ShowContacts
{
    private static readonly TextSource T = ContactTexts.Of;

    public static void Map(IEndpointRouteBuilder exhibitors)
    {
        exhibitors.MapGet("contacts",
            async (AtExhibitor who, string? done, HttpContext http, ContactRows rows, CancellationToken ct) =>
            PageAnswers.Own<ContactsPage>(http, new { Who = who, View = await Read(who, rows, http, ct), Known = done == "known" }));
        exhibitors.MapGet("contacts.csv", async (AtExhibitor who, HttpContext http, ContactRows rows, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(
                Csv(who, await Read(who, rows, http, ct)), "text/csv; charset=utf-8", $"{who.At.Event.Slug}-{T["file"]}.csv");
        });
    }

    private static async Task<ContactView> Read(AtExhibitor who, ContactRows rows, HttpContext http, CancellationToken ct)
    {
        var contacts = await rows.OfExhibitor(who.Id, ct);
        var standing = contacts.Where(contact => contact.WithdrawnAt is null).ToList();
        var people = await http.RequestServices.GetRequiredKeyedService<IPeople>(IPeople.Holders).Find(
            [.. standing.Select(contact => contact.TicketId)], ct);
        var shown = standing.Where(contact => people.ContainsKey(contact.TicketId)).Select(
            contact => (contact, people[contact.TicketId])).ToList();
        return new(shown, contacts.Count - standing.Count, standing.Count - shown.Count);
    }

    // UTF-8 with its mark, as spreadsheets on desks want it.
    private static byte[] Csv(AtExhibitor who, ContactView view)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new() { WriteByteOrderMark = true, HasHeader = false }, leaveOpen: true))
        {
            Row(csv, T["given"], T["family"], T["organisation"], T["email"], T["since"]);
            foreach (var (contact, person) in view.Shown)
                Row(csv, person.GivenName, person.FamilyName, person.Organisation, person.Email,
                    who.At.Say.ShortMoment(contact.GivenAt));
        }

        return file.ToArray();
    }

    private static void Row(CsvWriter csv, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(Safe(cell));
        csv.EndRecord();
    }

    // What begins a formula, behind whatever programs skip before they look for one, gets an apostrophe.
    private static string Safe(string text)
    {
        var first = text.AsSpan().TrimStart(" \t\r\n\"'`´‘’“”„\uFEFF\u200B");
        return first is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\u2212', ..] ? $"'{text}" : text;
    }
}

/// <summary>Contacts as their exhibitor may see them.</summary>
/// <param name="Shown">Those that stand, with their names.</param>
/// <param name="Withdrawn">How many were taken back.</param>
/// <param name="Gone">How many have no valid ticket any more, or were erased.</param>
public sealed record ContactView(IReadOnlyList<(Contact Contact, KnownPerson Person)> Shown, int Withdrawn, int Gone);
