namespace EventOps.Contracts;

/// <summary>
/// Money is wanted, or a quote for it: sent to Billing by the module that sells. One bill has one id for ever; whoever sends it again
/// changes nothing. What it costs is fixed here; which tax applies is Billing's to say.
/// </summary>
/// <param name="BillId">Id of the bill, chosen by the sender.</param>
/// <param name="OrganisationId">Whose money it becomes.</param>
/// <param name="EventId">The event that it is for.</param>
/// <param name="Payers">Key of the <see cref="IPayers"/> that knows who pays.</param>
/// <param name="PayerId">Id of who pays, as that module knows them.</param>
/// <param name="TokenHash">SHA-256, in base64url, of the secret by which the payer's browser proves itself: see <see cref="BillingLinks"/>.</param>
/// <param name="Reference">What people call the booking, printed on the bill and looked for in bank statements: at most 35 letters.</param>
/// <param name="Subject">What it is for, in a line.</param>
/// <param name="ServiceFrom">First day of the service: decides which tax rules hold.</param>
/// <param name="ServiceTo">Last day of the service.</param>
/// <param name="Lines">What is sold; at least one.</param>
/// <param name="IsQuote">Only says what it would cost. An order under the same id turns the quote into an invoice.</param>
public sealed record BillOrdered(
    Guid BillId, Guid OrganisationId, Guid EventId, string Payers, Guid PayerId, string TokenHash, string Reference,
    LocalizedText Subject, DateOnly ServiceFrom, DateOnly ServiceTo, IReadOnlyList<BilledLine> Lines, bool IsQuote);

/// <summary>What kind of thing is paid for; the organiser's settings say which tax category each has.</summary>
public enum BilledFor
{
    /// <summary>Space alone, as with a stand without services.</summary>
    Space,

    /// <summary>Space with services, as a stand with power, furniture and network.</summary>
    EventService,

    /// <summary>A fee because something was cancelled.</summary>
    CancellationFee,
}

/// <summary>One line of a bill.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">How many; more than zero.</param>
/// <param name="Unit">Unit as a code of UN/ECE Recommendation 20: C62 (piece), DAY, HUR.</param>
/// <param name="NetPrice">Euros for one, before tax; not negative, at most four decimals.</param>
/// <param name="For">What kind of thing it is.</param>
public sealed record BilledLine(LocalizedText Name, decimal Quantity, string Unit, decimal NetPrice, BilledFor For);

/// <summary>
/// What was ordered is not wanted any more: sent to Billing. An invoice is answered by a cancellation invoice, a quote is withdrawn, and
/// money that came in is owed back less the fee, which becomes a bill of its own.
/// </summary>
/// <param name="BillId">The bill.</param>
/// <param name="FeeBillId">Id for the fee's own bill; used only where there is a fee.</param>
/// <param name="Fee">What the cancellation costs; empty: nothing.</param>
public sealed record BillCancelled(Guid BillId, Guid FeeBillId, IReadOnlyList<BilledLine> Fee);

/// <summary>Where a bill stands.</summary>
public enum BillState
{
    /// <summary>Ordered, but the organiser has not said yet who the seller is: no number, nothing was sent.</summary>
    Waiting,

    /// <summary>A quote that nobody has accepted yet.</summary>
    Quoted,

    /// <summary>Issued, and not paid in full.</summary>
    Open,

    /// <summary>Not paid in full, and its day has passed.</summary>
    Overdue,

    /// <summary>Paid in full.</summary>
    Paid,

    /// <summary>Cancelled, and nothing is owed to anybody.</summary>
    Cancelled,

    /// <summary>Cancelled, and money is still to be paid back.</summary>
    RefundDue,
}

/// <summary>A bill as it is now: sent by Billing to everybody after every change. The newest version wins.</summary>
/// <param name="BillId">The bill.</param>
/// <param name="EventId">The event that it is for.</param>
/// <param name="Version">Version of the bill's stream that this describes.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Number">Its number; null while it is waiting or a quote.</param>
/// <param name="Net">Euros before tax.</param>
/// <param name="Gross">Euros with tax.</param>
/// <param name="Paid">Euros that came in for it, less what was paid back.</param>
/// <param name="DueOn">The last day to pay; null before it is issued.</param>
public sealed record BillChanged(
    Guid BillId, Guid EventId, long Version, BillState State, string? Number, decimal Net, decimal Gross, decimal Paid,
    DateOnly? DueOn);

/// <summary>What a payer is for the tax and for the form of an invoice.</summary>
public enum PayerKind
{
    /// <summary>Sells something itself.</summary>
    Business,

    /// <summary>An authority: gets an XRechnung with its Leitweg-ID.</summary>
    PublicBody,

    /// <summary>A club, a charity, a private person.</summary>
    Other,
}

/// <summary>Who pays, as it is printed on the bill. What was printed stays with the bill as long as the law wants bills kept.</summary>
/// <param name="Name">Name of the organisation, or of the person.</param>
/// <param name="Attention">Department or person, printed below; may be empty.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Zip">Post code.</param>
/// <param name="City">Town.</param>
/// <param name="Country">Two letters of ISO 3166-1: DE.</param>
/// <param name="Email">Where bills are sent.</param>
/// <param name="Kind">What it is for the tax.</param>
/// <param name="VatId">VAT id with its country's prefix; null where there is none.</param>
/// <param name="BuyerReference">Leitweg-ID, or what else the payer wants to read on the bill; may be empty.</param>
/// <param name="Language">de or en.</param>
public sealed record Payer(
    string Name, string Attention, string Street, string Zip, string City, string Country, string Email, PayerKind Kind,
    string? VatId, string BuyerReference, string Language);

/// <summary>
/// Knows who pays: asked by Billing when a bill is issued, so that no message carries an address. The module that sends
/// <see cref="BillOrdered"/> registers it as a keyed service.
/// </summary>
public interface IPayers
{
    /// <summary>Who it is now; null when their data were erased.</summary>
    Task<Payer?> Find(Guid payerId, CancellationToken ct);
}

/// <summary>The payer's pages in Billing.</summary>
public static class BillingLinks
{
    /// <summary>Path of a bill for the payer's browser: the token is checked against the bill's hash and does not stay in the address.</summary>
    /// <param name="billId">The bill.</param>
    /// <param name="token">The secret whose SHA-256 the bill was ordered with.</param>
    public static string Bill(Guid billId, string token) => $"/bills/{billId}/with-link/{token}";
}

/// <summary>The stored names of Billing's messages.</summary>
public static class BillingMessages
{
    /// <summary>Stored name of <see cref="BillOrdered"/>.</summary>
    public const string BillOrdered = "billing.bill-ordered.v1";

    /// <summary>Stored name of <see cref="BillCancelled"/>.</summary>
    public const string BillCancelled = "billing.bill-cancelled.v1";

    /// <summary>Stored name of <see cref="BillChanged"/>.</summary>
    public const string BillChanged = "billing.bill-changed.v1";
}
