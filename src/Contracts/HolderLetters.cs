namespace EventOps.Contracts;

/// <summary>
/// A ticket's holder is to get a mail: sent to Registration, which alone knows addresses. Who sends it under an id of its own
/// sends it once.
/// </summary>
/// <param name="TicketId">Whose mail it is.</param>
/// <param name="Letter">Stored name of the <see cref="ILetter"/> that has the words.</param>
/// <param name="EventId">The event that it is about.</param>
/// <param name="About">What it is about: ids that the letter's module understands.</param>
public sealed record TellTicketHolder(Guid TicketId, string Letter, Guid EventId, IReadOnlyList<Guid> About)
{
    /// <summary>Stored name of the message.</summary>
    public const string StoredName = "contracts.tell-ticket-holder.v1";
}

/// <summary>
/// The words of a kind of mail, asked for when it is sent: none of them wait in a queue, and what is not true any more is not
/// sent. The module that sends <see cref="TellTicketHolder"/> registers it as a keyed service under the letter's name.
/// </summary>
public interface ILetter
{
    /// <summary>In the current language; null when there is nothing to tell any more.</summary>
    Task<LetterWords?> Write(TellTicketHolder asked, CancellationToken ct);
}

/// <summary>What a mail to a ticket's holder says, in one language.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it is about, in a sentence.</param>
/// <param name="Facts">What there is to know, one by one.</param>
/// <param name="Button">Words of the button.</param>
/// <param name="ButtonPath">
/// Where the button leads; starts with a slash. <see cref="Token"/> in it becomes the secret by which modules know the holder.
/// </param>
/// <param name="Why">Why the holder gets it.</param>
/// <param name="Stop">Words of the link that ends such mails.</param>
/// <param name="StopPath">Where they end, without signing in; like <paramref name="ButtonPath"/>.</param>
public sealed record LetterWords(
    string Subject, string Title, string Lead, IReadOnlyList<(string Term, string Description)> Facts, string Button,
    string ButtonPath, string Why, string Stop, string StopPath)
{
    /// <summary>Stands for the token of <see cref="TicketNow.TokenHash"/> in a path: only Registration can fill it in.</summary>
    public const string Token = "{token}";
}

/// <summary>
/// A mail asked for by <see cref="TellTicketHolder"/> was refused for good by the mail server: sent by Registration, so that nobody keeps
/// writing to an address that does not exist.
/// </summary>
/// <param name="Asked">What had been asked for.</param>
public sealed record HolderUnreachable(TellTicketHolder Asked)
{
    /// <summary>Stored name of the message.</summary>
    public const string StoredName = "registration.holder-unreachable.v1";
}
