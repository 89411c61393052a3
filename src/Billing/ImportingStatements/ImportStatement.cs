using EventOps.Billing.BankFiles;
using EventOps.Billing.Frame;
using EventOps.Billing.Sellers;
using EventOps.EventStore;
using EventOps.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace EventOps.Billing.ImportingStatements;

/// <summary>Takes a bank's file: all of it or, where something in it cannot be read, nothing.</summary>
public static class ImportStatement
{
    private static TextSource T => ImportingTexts.Of;

    public static void Map(IEndpointRouteBuilder organisers)
    {
        organisers.MapGet(
            "statements",
            async (AtBilling at, HttpContext http, NpgsqlDataSource database, CancellationToken ct, Guid? done = null) =>
            await Show(at, http, database, null, done, 200, ct));
        organisers.MapPost("statements", Take)
            .WithMetadata(new RequestSizeLimitAttribute(StatementReading.MostBytes + 64 * 1024));
    }

    private static async Task<IResult> Take(
        AtBilling at, IFormFile? file, HttpContext http, SellerRows sellers, TakeStatement taking, NpgsqlDataSource database,
        CancellationToken ct)
    {
        if (await sellers.Of(at.OrganisationId, ct) is not { } settings) return await Show(
            at, http, database, T["no-seller"], null, 422, ct);
        if (file is not { Length: > 0 }) return await Show(at, http, database, T["no-file"], null, 422, ct);
        using var bytes = new MemoryStream();
        if (file.Length <= StatementReading.MostBytes) await file.CopyToAsync(bytes, ct);
        var read = file.Length > StatementReading.MostBytes ? StatementFile.Wrong(StatementFault.TooLarge)
            : StatementReading.Read(bytes.ToArray(), settings.Seller.Iban);
        if (read.Fault != StatementFault.None)
        {
            var where = read.Line > 0 ? T["in-line", read.Line] : "";
            return await Show(at, http, database, $"{T[$"fault.{read.Fault}"]} {where}".Trim(), null, 422, ct);
        }

        if (read.Adds == false) return await Show(at, http, database, T["not-adding"], null, 422, ct);
        var id = Guid.CreateVersion7();
        await taking.Run(at.OrganisationId, FileName(file.FileName), id, read, at.Metadata, ct);
        return Results.Extensions.SeeOther($"/billing/statements?done={id}");
    }

    private static async Task<IResult> Show(
        AtBilling at, HttpContext http, NpgsqlDataSource database, string? wrong, Guid? done, int status, CancellationToken ct) =>
        PageAnswers.Own<StatementsPage>(
            http, new { Wrong = wrong, Done = done, Imports = await Imports(at, database, ct) }, status);

    private static async Task<IReadOnlyList<ImportDone>> Imports(AtBilling at, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select import_id, organisation_id, file_name, imported_at, taken, known, suspected, passed_over from billing.imports
            where organisation_id = $1 order by imported_at desc limit 50
            """);
        command.Parameters.Add(Statements.Value(at.OrganisationId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var imports = new List<ImportDone>();
        while (await reader.ReadAsync(ct))
        {
            imports.Add(new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7)));
        }

        return imports;
    }

    private static string FileName(string name) => new([.. name.Where(letter => !char.IsControl(letter)).Take(100)]);
}
