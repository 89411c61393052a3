using EventOps.Registration.Tests;

namespace EventOps.Billing.Tests;

public class RefusalTexts() : RefusalWords(typeof(BillingModule), Texts.Of);
