namespace EventOps.Surveys.BuildingASurvey;

/// <summary>A choice of a form by its name; a number may stand for nothing that there is.</summary>
internal static class OneOf
{
    public static T? Named<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var found) && Enum.IsDefined(found) ? found : null;
}
