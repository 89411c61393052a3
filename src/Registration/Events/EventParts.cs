using EventOps.Contracts;

namespace EventOps.Registration.Events;

/// <summary>What the public page says. Contact data is the organiser's office, not a person.</summary>
public sealed record EventTexts(
    LocalizedText Name, LocalizedText Headline, LocalizedText Description, LocalizedText Directions, string Place, string Contact)
{
    public static EventTexts Empty { get; } =
        new(LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, "", "");
}

/// <summary>Instants in UTC with the IANA zone they are shown in.</summary>
public sealed record EventTimes(DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset? DoorsOpenAt, string TimeZone);

/// <summary>How one signs up: for how many at once, in which window, with a confirmed address or not, and when data goes.</summary>
public sealed record SignUpRules(
    bool ConfirmEmail, int MaxAttendees, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, int EraseAfterDays)
{
    public static SignUpRules Usual { get; } = new(false, 4, null, null, 30);
}

/// <summary>A named supply of places; its capacity lives in the pool's own stream.</summary>
public sealed record Quota(Guid PoolId, string Name);

/// <summary>What one signs up for. <paramref name="Number"/> stands in the QR code, <paramref name="Tone"/> (1 to 6) on the badge.</summary>
public sealed record TicketType(
    Guid Id, int Number, LocalizedText Name, LocalizedText Hint, int Tone, IReadOnlyList<Guid> PoolIds)
{
    public bool Equals(TicketType? other) => other is not null && Id == other.Id && Number == other.Number && Name == other.Name
        && Hint == other.Hint && Tone == other.Tone && PoolIds.SequenceEqual(other.PoolIds);

    public override int GetHashCode() => HashCode.Combine(Id, Number, Name);
}

public enum QuestionKind
{
    Text,
    LongText,
    OneOf,
    AnyOf,
    YesNo,
}

/// <summary>Something the organiser wants to know of each attendee; answers are personal rows, never events.</summary>
public sealed record Question(
    Guid Id, QuestionKind Kind, LocalizedText Label, LocalizedText Hint, bool Required, IReadOnlyList<LocalizedText> Options)
{
    public bool Equals(Question? other) => other is not null && Id == other.Id && Kind == other.Kind && Label == other.Label
        && Hint == other.Hint && Required == other.Required && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Id, Kind, Label);
}

/// <summary>One entry of the programme in local time of the event. Who speaks is a personal row under the item's id.</summary>
public sealed record ProgrammeItem(
    Guid Id, DateTime StartsAt, DateTime EndsAt, LocalizedText Title, LocalizedText Summary, string Room, int Tone);

/// <summary>What an event may be planned with at once; all of it can be changed later.</summary>
public sealed record EventParts(
    SignUpRules Rules, IReadOnlyList<string> Gates, IReadOnlyList<Quota> Quotas, IReadOnlyList<TicketType> TicketTypes,
    IReadOnlyList<Question> Questions, IReadOnlyList<ProgrammeItem> Programme, bool Publish)
{
    public static EventParts None { get; } = new(SignUpRules.Usual, [], [], [], [], [], false);
}
