using EventOps.Marketplace.Plans;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>What was said about an exhibitor in one zone.</summary>
public enum Admission
{
    None,
    Applied,
    Approved,
    Declined,
    Invited,
}

/// <summary>One stand of an exhibitor, held or booked. Its id is the hold's.</summary>
/// <param name="Id">The same in the stand's stream.</param>
/// <param name="StandId">The stand.</param>
/// <param name="NetPrice">What was agreed, before tax; a later change of prices does not matter.</param>
/// <param name="IsBooked">Confirmed, or placed by the organiser.</param>
/// <param name="Extras">What comes with it.</param>
/// <param name="BillId">Its bill; null before it is confirmed, and where there is nothing to pay.</param>
public sealed record Booking(Guid Id, Guid StandId, decimal NetPrice, bool IsBooked, IReadOnlyList<ChosenExtra> Extras, Guid? BillId) : IPlanned
{
    public bool Equals(Booking? other) => other is not null
        && (Id, StandId, NetPrice, IsBooked, BillId) == (other.Id, other.StandId, other.NetPrice, other.IsBooked, other.BillId)
        && Extras.SequenceEqual(other.Extras);

    public override int GetHashCode() => Id.GetHashCode();
}

/// <summary>So many of an extra, at the price of the moment when they were chosen.</summary>
public sealed record ChosenExtra(Guid ExtraId, int Count, decimal NetPrice);

/// <summary>What an exhibitor would like to have; a wish, not a promise.</summary>
/// <param name="CategoryId">Kind of stand; null: any.</param>
/// <param name="Watts">Power that they need: no stand with less is proposed.</param>
/// <param name="Together">Exhibitors whom they would like to stand beside.</param>
/// <param name="Apart">Exhibitors whom they would not.</param>
/// <param name="SimilarApart">Whether others with the same topics should be far away; null: no matter.</param>
public sealed record StandWish(
    Guid? CategoryId, int Watts, IReadOnlyList<Guid> Together, IReadOnlyList<Guid> Apart, bool? SimilarApart)
{
    public static StandWish None { get; } = new(null, 0, [], [], null);

    public bool Equals(StandWish? other) => other is not null
        && (CategoryId, Watts, SimilarApart) == (other.CategoryId, other.Watts, other.SimilarApart)
        && Together.SequenceEqual(other.Together) && Apart.SequenceEqual(other.Apart);

    public override int GetHashCode() => HashCode.Combine(CategoryId, Watts, SimilarApart);
}
