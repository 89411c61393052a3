using EventOps.EventStore;
using EventOps.Registration.Tests;

namespace EventOps.Barcamp.Tests;

public class RefusalTexts() : RefusalWords(typeof(BarcampModule), Texts.Of, typeof(ChangedMeanwhile));
