namespace EventOps.Ui;

/// <summary>
/// Marks a form that anyone may post: how often one address may do so while nobody is signed in. Generous, because a whole
/// venue may be one address: <c>MapPost(...).WithMetadata(new LimitedPerAddress("sign-up", 60, TimeSpan.FromMinutes(10)))</c>
/// </summary>
/// <param name="Group">Endpoints with the same group share the count.</param>
/// <param name="Permits">Posts at once; they come back evenly over the window.</param>
/// <param name="Window">How long until all permits are back.</param>
public sealed record LimitedPerAddress(string Group, int Permits, TimeSpan Window);
