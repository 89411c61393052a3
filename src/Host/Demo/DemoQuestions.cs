using EventOps.Contracts;
using EventOps.Registration.Events;

namespace EventOps.Host.Demo;

/// <summary>What the demo event asks its attendees.</summary>
internal static class DemoQuestions
{
    public static IReadOnlyList<Question> All { get; } =
    [
        new(Guid.Parse("0a5ef6a1-5f0c-4c39-9a6e-2f1f6a30b001"), QuestionKind.AnyOf,
            new("Was brauchen Sie am Tag selbst?", "What do you need on the day?"), LocalizedText.Empty, false,
            [
                new("Deutsche Gebärdensprache", "German sign language"), new("Weg ohne Stufen", "A way without steps"),
                new("Veganes Essen", "Vegan food"),
            ]),
        new(Guid.Parse("0a5ef6a1-5f0c-4c39-9a6e-2f1f6a30b002"), QuestionKind.OneOf,
            new("Waren Sie schon einmal dabei?", "Have you been before?"), LocalizedText.Empty, false,
            [new("Ja, im letzten Jahr", "Yes, last year"), new("Nein, zum ersten Mal", "No, for the first time")]),
        new(Guid.Parse("0a5ef6a1-5f0c-4c39-9a6e-2f1f6a30b003"), QuestionKind.Text,
            new("Worüber möchten Sie reden?", "What would you like to talk about?"),
            new("Wir lesen alles vor dem Tag.", "We read everything before the day."), false, []),
    ];
}
