using EventOps.EventStore;
using EventOps.Registration.Tests;

namespace EventOps.Marketplace.Tests;

public class RefusalTexts() : RefusalWords(typeof(MarketplaceModule), Texts.Of, typeof(ChangedMeanwhile));
