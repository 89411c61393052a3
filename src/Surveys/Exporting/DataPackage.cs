using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace EventOps.Surveys.Exporting;

/// <summary>What a data package says of itself (Frictionless Data Package 1.0).</summary>
public sealed record DataPackage(
    string Name, string Id, string Title, string Description, string Created, IReadOnlyList<DataLicence> Licenses,
    IReadOnlyList<DataResource> Resources, string Profile = "data-package");

/// <summary>Under which terms everybody may use the data.</summary>
public sealed record DataLicence(string Name, string Path, string Title)
{
    /// <summary>Use, change, pass on, also for money; the source has to be named.</summary>
    public static DataLicence NameTheSource { get; } = new(
        "DL-DE-BY-2.0", "https://www.govdata.de/dl-de/by-2-0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0)");
}

/// <summary>One file of the package with its checksum.</summary>
public sealed record DataResource(
    string Name, string Path, string Format, string Mediatype, string Encoding, int Bytes, string Hash,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DataSchema? Schema)
{
    public string Profile => Schema is null ? "data-resource" : "tabular-data-resource";

    public static DataResource Of(string name, string format, string mediatype, byte[] content, DataSchema? schema = null) => new(
        name, $"{name}.{format}", format, mediatype, "utf-8", content.Length,
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}", schema);
}

/// <summary>The columns of a table.</summary>
/// <param name="Fields">In their order.</param>
/// <param name="MissingValues">A figure that is withheld, or that there is none of.</param>
public sealed record DataSchema(IReadOnlyList<DataField> Fields, IReadOnlyList<string> MissingValues);

/// <summary>One column.</summary>
public sealed record DataField(string Name, string Type, string Description);
