namespace EventOps.Ui;

/// <summary>One entry of a select field.</summary>
public sealed record Option(string Value, string Text, bool Disabled = false);
