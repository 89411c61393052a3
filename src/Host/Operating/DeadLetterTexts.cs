namespace EventOps.Host.Operating;

/// <summary>Marks the texts of the page with the messages that were given up.</summary>
internal static class DeadLetterTexts;
