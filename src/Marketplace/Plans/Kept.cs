using System.Collections;
using System.Runtime.CompilerServices;

namespace EventOps.Marketplace.Plans;

/// <summary>Parts in the order in which they came, found by id; equal where all parts are.</summary>
[CollectionBuilder(typeof(KeptBuilder), nameof(KeptBuilder.Create))]
public sealed class Kept<TPart>(IEnumerable<TPart> parts) : IReadOnlyCollection<TPart>, IEquatable<Kept<TPart>>
    where TPart : class, IPlanned
{
    private readonly List<TPart> _parts = [.. parts];

    public int Count => _parts.Count;

    public TPart? Find(Guid id) => _parts.Find(part => part.Id == id);

    public bool Has(Guid id) => Find(id) is not null;

    /// <summary>Whether exactly this is there already.</summary>
    public bool Holds(TPart part) => part.Equals(Find(part.Id));

    public Kept<TPart> With(TPart part) =>
        Has(part.Id) ? new(_parts.Select(old => old.Id == part.Id ? part : old)) : new(_parts.Append(part));

    public Kept<TPart> Without(Guid id) => new(_parts.Where(part => part.Id != id));

    public bool Equals(Kept<TPart>? other) => other is not null && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as Kept<TPart>);

    public override int GetHashCode() => _parts.Count;

    public IEnumerator<TPart> GetEnumerator() => _parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class KeptBuilder
{
    public static Kept<TPart> Create<TPart>(ReadOnlySpan<TPart> parts)
        where TPart : class, IPlanned => new(parts.ToArray());
}
