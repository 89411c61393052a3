namespace EventOps.Ui.Pdf;

/// <summary>What stands on one printed name badge.</summary>
/// <param name="GivenName">Large.</param>
/// <param name="FamilyName">Below it.</param>
/// <param name="Organisation">May be empty.</param>
/// <param name="TypeName">The word on the strip.</param>
/// <param name="Tone">1 to 6: colour and weave of the strip.</param>
/// <param name="QrPayload">What the scanner reads; upper-case letters and digits keep it small.</param>
/// <param name="EventName">Top left.</param>
/// <param name="EventLine">Top right, such as the date.</param>
/// <param name="FootNote">Bottom left; a line break starts a new line.</param>
public sealed record BadgeContent(
    string GivenName, string FamilyName, string Organisation, string TypeName, int Tone,
    string QrPayload, string EventName, string EventLine, string FootNote);
