using EventOps.Ui;
using Microsoft.AspNetCore.Http;

namespace EventOps.Billing.Documents;

/// <summary>Documents as downloads: the PDF is drawn from what was printed, the XML comes byte for byte as it was
/// issued.</summary>
public static class DocumentFiles
{
    public static IResult Pdf(KeptDocument document, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(
            DocumentPdf.Write(document.Printed), "application/pdf", DocumentPdf.FileName(document.Printed, ".pdf"));
    }

    public static IResult Xml(KeptDocument document, HttpContext http)
    {
        if (document.Xml is null) return PageAnswers.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(document.Xml, "application/xml", DocumentPdf.FileName(document.Printed, ".xml"));
    }
}
