namespace EventOps.Support.Consistency;

/// <summary>A mail as the recipient's server took it.</summary>
public sealed record Mail(string Recipient, string Template, string Subject, string MessageId);

/// <summary>C4: a request that was sent again has one effect and one answer; a person gets each mail once.</summary>
public static class OnceOnly
{
    /// <param name="ops">All operations with their keys and answers.</param>
    /// <param name="effects">One entry per stored effect: the key of the operation that caused it.</param>
    public static IEnumerable<Violation> Effects(IEnumerable<Op> ops, IEnumerable<string> effects)
    {
        foreach (var doubled in effects.GroupBy(key => key).Where(same => same.Count() > 1))
            yield return new("C4", $"{doubled.Key} took effect {doubled.Count()} times.");
        foreach (var same in ops.Where(op => op is { Result: Result.Ok, Value: not null }).GroupBy(op => op.Key))
        {
            if (same.Select(op => op.Value).Distinct().Count() > 1)
                yield return new("C4", $"{same.Key} got different answers.");
        }
    }

    /// <param name="mails">All mails that arrived.</param>
    /// <param name="inDoubt">Message ids of mails that the server took while their sender died before it could note so.</param>
    public static IEnumerable<Violation> Mails(IEnumerable<Mail> mails, IReadOnlySet<string> inDoubt)
    {
        foreach (var same in mails.GroupBy(mail => (mail.Recipient, mail.Template, mail.Subject)).Where(same => same.Count() > 1))
        {
            var ids = same.Select(mail => mail.MessageId).Distinct().ToList();
            if (same.Count() > 2 || ids.Count > 1 || !inDoubt.Contains(ids[0]))
            {
                var copies = string.Join(", ", same.Select(mail => mail.MessageId));
                yield return new("C4", $"{same.Key.Template} about {same.Key.Subject} came {same.Count()} times: {copies}.");
            }
        }
    }
}
