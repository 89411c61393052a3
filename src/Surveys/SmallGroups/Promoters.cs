using EventOps.Surveys.Statistics;

namespace EventOps.Surveys.SmallGroups;

/// <summary>
/// A net promoter score whose three groups are all shown, or none: then the whole score stands alone if it tells of nobody.
/// </summary>
public sealed record Promoters(OneWay Groups, Shown<decimal> Score, Shown<decimal> Margin)
{
    public static Promoters Protect(NetPromoter of, Threshold threshold)
    {
        var groups = OneWay.Protect([of.Promoters, of.Passives, of.Detractors], threshold);
        if (groups.IsComplete)
        {
            return new(groups, Shown<decimal>.Of(Whole(of.Score!.Value)), of.Margin is { } margin
                ? Shown<decimal>.Of(Math.Round((decimal)margin, 1))
                : Shown<decimal>.Withheld);
        }

        // Whoever has base and score knows the groups but for one number: it must have room.
        var mayStand = !groups.Base.IsWithheld && (of.Base - Math.Abs(of.Promoters - of.Detractors)) / 2 >= threshold.Least;
        var none = groups with { Cells = [.. groups.Cells.Select(_ => Shown<int>.Withheld)] };
        return new(none, Shown<decimal>.When(mayStand, Whole(of.Score ?? 0)), Shown<decimal>.Withheld);
    }

    private static decimal Whole(double score) => Math.Round((decimal)score, MidpointRounding.AwayFromZero);
}
