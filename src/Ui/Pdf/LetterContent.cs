namespace EventOps.Ui.Pdf;

/// <summary>What stands on a business letter such as an invoice; all texts come ready, in the letter's language.</summary>
/// <param name="Title">Its heading, and the file's title.</param>
/// <param name="Sender">One small line above the address.</param>
/// <param name="Address">Who gets it, line by line.</param>
/// <param name="Facts">Beside the address: number, day, whom to ask.</param>
/// <param name="Intro">Paragraphs above the table.</param>
/// <param name="Head">Names of the columns; the first one is wide, the others are numbers.</param>
/// <param name="Rows">Cells, as many as there are columns.</param>
/// <param name="Sums">Below the table.</param>
/// <param name="Outro">Paragraphs below the sums.</param>
/// <param name="Code">A code to scan with words beside it; null for none.</param>
/// <param name="Foot">Columns at the foot of every page; a line break starts a new line.</param>
/// <param name="Page">Says which page it is of how many.</param>
public sealed record LetterContent(
    string Title, string Sender, IReadOnlyList<string> Address, IReadOnlyList<(string Term, string Description)> Facts,
    IReadOnlyList<string> Intro, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<LetterSum> Sums, IReadOnlyList<string> Outro, LetterCode? Code, IReadOnlyList<string> Foot,
    Func<int, int, string> Page);

/// <summary>One amount below the table.</summary>
public sealed record LetterSum(string Label, string Amount, bool IsStrong);

/// <summary>A QR code in a letter.</summary>
/// <param name="Payload">What it says, as the encoder takes it.</param>
/// <param name="Words">What stands for it, for those who listen.</param>
/// <param name="Heading">Above the words beside it.</param>
/// <param name="Lines">Beside it.</param>
public sealed record LetterCode(
    string Payload, string Words, string Heading, IReadOnlyList<(string Term, string Description)> Lines);
