namespace EventOps.Marketplace.Pictures;

/// <summary>Why a file cannot be the plan's picture.</summary>
public enum PictureFault
{
    /// <summary>Neither SVG nor PNG nor JPEG.</summary>
    UnknownKind,

    /// <summary>More bytes, pixels, elements or layers than a plan needs.</summary>
    TooLarge,

    /// <summary>A document type with entities, as Illustrator writes it: asks for "plain SVG".</summary>
    HasDocumentType,

    /// <summary>Not well-formed, or the file ends early.</summary>
    Broken,

    /// <summary>A drawing without a size.</summary>
    NoSize,
}
