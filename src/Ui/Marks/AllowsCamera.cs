namespace EventOps.Ui;

/// <summary>
/// Marks the one kind of page that may use the camera and WebAssembly: the scanner. <c>MapGet(...).WithMetadata(new
/// AllowsCamera())</c>
/// </summary>
public sealed record AllowsCamera;
