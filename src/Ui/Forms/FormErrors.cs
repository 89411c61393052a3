using System.Collections;

namespace EventOps.Ui;

/// <summary>What is wrong with one field of a form, as a sentence.</summary>
public sealed record FormError(string Field, string Text);

/// <summary>What is wrong with a form that comes back: one sentence per field at most, in the order of the fields.</summary>
public sealed class FormErrors : IReadOnlyList<FormError>
{
    private readonly List<FormError> _errors = [];

    /// <summary>The sentence for a field, or null.</summary>
    public string? this[string field] => _errors.Find(error => error.Field == field)?.Text;

    /// <inheritdoc />
    public FormError this[int index] => _errors[index];

    /// <inheritdoc />
    public int Count => _errors.Count;

    /// <summary>Whether there is anything to correct.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Adds a sentence, unless the field has one.</summary>
    public void Add(string field, string text)
    {
        if (this[field] is null) _errors.Add(new(field, text));
    }

    /// <inheritdoc />
    public IEnumerator<FormError> GetEnumerator() => _errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
