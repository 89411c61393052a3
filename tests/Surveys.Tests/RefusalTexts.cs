using EventOps.EventStore;
using EventOps.Registration.Tests;

namespace EventOps.Surveys.Tests;

public class RefusalTexts() : RefusalWords(typeof(SurveysModule), Texts.Of, typeof(ChangedMeanwhile));
