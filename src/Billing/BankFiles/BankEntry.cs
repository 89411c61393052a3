namespace EventOps.Billing.BankFiles;

/// <summary>One sum that came in, or was taken back, as a bank tells it.</summary>
/// <param name="Key">What makes it recognisable when the same statement comes again.</param>
/// <param name="Source">The statement that it stands on: twins only stand on different ones.</param>
/// <param name="Amount">In euros; negative where the bank took money back.</param>
/// <param name="On">The day it was booked.</param>
/// <param name="PayerName">May be empty.</param>
/// <param name="PayerIban">May be empty.</param>
/// <param name="Pieces">What the payer wrote, and every reference of the bank, piece by piece.</param>
/// <param name="Returned">A booking that reverses another one: a person has to look at it.</param>
public sealed record BankEntry(
    string Key, string Source, decimal Amount, DateOnly On, string PayerName, string PayerIban, IReadOnlyList<string> Pieces,
    bool Returned)
{
    /// <summary>All of it in one line.</summary>
    public string Purpose => string.Join(' ', Pieces);
}

/// <summary>Why a file cannot be read.</summary>
public enum StatementFault
{
    None,
    TooLarge,
    NotReadable,

    /// <summary>Another account than the seller's.</summary>
    OtherAccount,

    /// <summary>No line names the columns.</summary>
    NoHeader,

    /// <summary>An amount or a day that nobody can read; see the line.</summary>
    BadLine,

    /// <summary>Pages of the statement are missing.</summary>
    PagesMissing,
}

/// <summary>What a file holds, or why it cannot be read: then nothing of it is taken.</summary>
/// <param name="Entries">What came in.</param>
/// <param name="PassedOver">Money that went out, and what is not booked yet.</param>
/// <param name="Fault">Why nothing could be read.</param>
/// <param name="Line">Where, from 1; 0 where no line is to blame.</param>
public sealed record StatementFile(
    IReadOnlyList<BankEntry> Entries, int PassedOver, StatementFault Fault = StatementFault.None, int Line = 0)
{
    /// <summary>Whether opening and closing balance agree with what lies between them; null where the file does not
    /// say.</summary>
    public bool? Adds { get; init; }

    public static StatementFile Wrong(StatementFault fault, int line = 0) => new([], 0, fault, line);
}
