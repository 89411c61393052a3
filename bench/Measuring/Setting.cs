namespace EventOps.Bench.Measuring;

/// <summary>What every bench is given: a throw-away server, how long it may take, where its figures go.</summary>
/// <param name="Server">The administrator's connection string.</param>
/// <param name="Quick">A run of seconds that shows that the bench works; its figures mean little.</param>
/// <param name="Figures">Prints.</param>
public sealed record Setting(string Server, bool Quick, Figures Figures)
{
    /// <summary>What is going on, for who watches; not a figure.</summary>
    public static void Say(string what) => Console.Error.WriteLine(what);

    /// <summary>Runs of each measurement; the median counts.</summary>
    public int Rounds => Quick ? 1 : 3;

    /// <summary>How long one run of one measurement takes.</summary>
    public TimeSpan Run => TimeSpan.FromSeconds(Quick ? 2 : 5);

    /// <summary>Time for the compiler to see what is hot, before anything is measured.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Quick ? 2 : 4);
}

/// <summary>One sentence on why there are no figures.</summary>
public sealed class CannotMeasure(string sentence) : Exception(sentence);
