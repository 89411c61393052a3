using EventOps.Ui;

namespace EventOps.Surveys.BuildingASurvey;

/// <summary>The words of those who build a survey.</summary>
public static class BuildingTexts
{
    public static readonly TextSource Of = new(typeof(BuildingTexts));
}
