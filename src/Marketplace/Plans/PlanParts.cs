using EventOps.Contracts;

namespace EventOps.Marketplace.Plans;

/// <summary>Something on the plan with an id of its own.</summary>
public interface IPlanned
{
    Guid Id { get; }
}

/// <summary>Width and depth of a floor, in metres.</summary>
public sealed record Area(decimal Width, decimal Depth)
{
    public bool Holds(Box box) => box.X >= 0 && box.Y >= 0 && box.X + box.Width <= Width && box.Y + box.Depth <= Depth;
}

/// <summary>A rectangle on the floor, in metres from its upper left corner, whole centimetres.</summary>
public sealed record Box(decimal X, decimal Y, decimal Width, decimal Depth)
{
    public bool Overlaps(Box other) =>
        X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Depth && other.Y < Y + Depth;

    /// <summary>The shortest way between the edges of two rectangles.</summary>
    public decimal GapTo(Box other)
    {
        var (x, y) = (Apart(X, Width, other.X, other.Width), Apart(Y, Depth, other.Y, other.Depth));
        return x == 0 ? y : y == 0 ? x : (decimal)Math.Sqrt((double)(x * x + y * y));
    }

    /// <summary>Whether whoever looks from the middle of one to the middle of the other looks through this.</summary>
    public bool LiesBetween(Box one, Box other)
    {
        var (fromX, fromY) = (one.X + one.Width / 2, one.Y + one.Depth / 2);
        var (wayX, wayY) = (other.X + other.Width / 2 - fromX, other.Y + other.Depth / 2 - fromY);
        var (enters, leaves) = (0m, 1m);
        return Clip(fromX, wayX, X, X + Width) && Clip(fromY, wayY, Y, Y + Depth) && enters < leaves;

        bool Clip(decimal from, decimal way, decimal low, decimal high)
        {
            if (way == 0) return from > low && from < high;
            var (near, far) = way > 0 ? ((low - from) / way, (high - from) / way) : ((high - from) / way, (low - from) / way);
            (enters, leaves) = (Math.Max(enters, near), Math.Min(leaves, far));
            return true;
        }
    }

    private static decimal Apart(decimal at, decimal length, decimal other, decimal otherLength) =>
        Math.Max(0, Math.Max(other - (at + length), at - (other + otherLength)));
}

/// <summary>The picture below the stands: a file of this module's rows.</summary>
public sealed record Background(Guid FileId, string MediaType);

/// <summary>A place that can be booked.</summary>
/// <param name="Id">Its id: the stand's own stream.</param>
/// <param name="Number">What stands on its sign: "A12".</param>
/// <param name="Box">Where it is and how large.</param>
/// <param name="CategoryId">What kind of stand it is.</param>
/// <param name="ZoneId">The part of the hall that it belongs to.</param>
/// <param name="NetPrice">Its own price before tax; null: its category's.</param>
/// <param name="Watts">Power that it is given; 0: none.</param>
/// <param name="Network">Whether a cable ends there.</param>
/// <param name="Neighbours">Stands beside, behind or across the aisle.</param>
public sealed record PlannedStand(
    Guid Id, string Number, Box Box, Guid CategoryId, Guid? ZoneId, decimal? NetPrice, int Watts, bool Network,
    IReadOnlyList<Guid> Neighbours)
    : IPlanned
{
    public bool Equals(PlannedStand? other) => other is not null
        && (Id, Number, Box, CategoryId, ZoneId, NetPrice, Watts, Network)
            == (other.Id, other.Number, other.Box, other.CategoryId, other.ZoneId, other.NetPrice, other.Watts, other.Network)
        && Neighbours.ToHashSet().SetEquals(other.Neighbours);

    public override int GetHashCode() => HashCode.Combine(Id, Number, Box);
}

/// <summary>A part of the hall with its own way of booking.</summary>
public sealed record Zone(Guid Id, LocalizedText Name, Box Box, BookingMode Mode) : IPlanned;

/// <summary>How stands of a zone are had.</summary>
public enum BookingMode
{
    /// <summary>Whoever comes first.</summary>
    Open,

    /// <summary>Whoever the organiser has approved.</summary>
    Approval,

    /// <summary>Whoever the organiser has invited.</summary>
    Invitation,
}

/// <summary>A kind of stand and its price before tax.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="NetPrice">Euros for the whole event.</param>
/// <param name="Pattern">Which of the plan's patterns it is drawn with, from 0: told apart without colour.</param>
public sealed record Category(Guid Id, LocalizedText Name, decimal NetPrice, int Pattern) : IPlanned;

/// <summary>Where people come in.</summary>
public sealed record Entrance(Guid Id, LocalizedText Name, decimal X, decimal Y) : IPlanned;
