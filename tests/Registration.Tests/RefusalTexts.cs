using EventOps.EventStore;

namespace EventOps.Registration.Tests;

public class RefusalTexts()
    : RefusalWords(typeof(RegistrationModule), Texts.Of, typeof(ChangedMeanwhile), typeof(StillRunning), typeof(KeyReused));
