using EventOps.EventStore;

namespace EventOps.Billing.NumberSeries;

/// <summary>
/// One series of invoice numbers. A number is drawn in the work that issues the document: both are stored or neither, so there
/// is no gap and no number twice. Stream: series-{organisation}-{hash of what stands before the number}.
/// </summary>
public sealed record Series(int Last)
{
    public static Decider<SeriesCommand, Series, SeriesEvent> Decider { get; } = new("series", new(0), Decide, Evolve);

    public static string Stream(Guid organisationId, string series) =>
        $"series-{organisationId}-{Messaging.MessageId.Of(NumberPattern.Head(series)).ToString("N")[..12]}";

    public static Decision<SeriesEvent> Decide(SeriesCommand command, Series now) => command switch
    {
        DrawNumber c => new NumberDrawn(now.Last + 1, NumberPattern.Write(c.Series, now.Last + 1), c.DocumentId),
        _ => throw new NotSupportedException($"Nobody decides {command.GetType().Name}."),
    };

    public static Series Evolve(Series now, SeriesEvent happened) => happened switch
    {
        NumberDrawn e => new(e.Ordinal),
        _ => now,
    };
}

public abstract record SeriesCommand;

/// <summary>
/// Takes the next number for a document. Not safe to send alone: the bill of the same work refuses to be issued twice, and with
/// it no number is drawn.
/// </summary>
/// <param name="Series">The pattern of the year.</param>
/// <param name="DocumentId">What gets it.</param>
public sealed record DrawNumber(string Series, Guid DocumentId) : SeriesCommand;

public abstract record SeriesEvent;

public sealed record NumberDrawn(int Ordinal, string Number, Guid DocumentId) : SeriesEvent;
