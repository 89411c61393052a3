namespace EventOps.Surveys.SmallGroups;

/// <summary>A number, or that it is withheld; nobody can tell a withheld one from none at all.</summary>
public readonly record struct Shown<T>
    where T : struct
{
    private readonly T? _value;

    private Shown(T value) => _value = value;

    public static Shown<T> Withheld => default;

    public bool IsWithheld => _value is null;

    public T? OrNone => _value;

    public static Shown<T> Of(T value) => new(value);

    public static Shown<T> When(bool allowed, T value) => allowed ? new(value) : Withheld;

    public override string ToString() => _value?.ToString() ?? "withheld";
}
