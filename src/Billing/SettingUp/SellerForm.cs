using System.Globalization;
using System.Text.RegularExpressions;
using EventOps.Billing.Money;
using EventOps.Billing.NumberSeries;
using EventOps.Billing.Sellers;
using EventOps.Contracts;
using EventOps.Ui;

namespace EventOps.Billing.SettingUp;

/// <summary>Who sells and how, as a form.</summary>
public static partial class SellerForm
{
    public const string Name = "seller";

    private static TextSource T => SettingUpTexts.Of;

    public static TypedForm New() => TypedForm.Of(Name, new Dictionary<string, string>
    {
        ["country"] = "DE",
        ["days"] = "14",
        ["pattern"] = "RE-{year}-{number:4}",
        ["reminders"] = "7, 21, 35",
    });

    public static TypedForm Standing(SellerSettings settings)
    {
        var (seller, terms) = (settings.Seller, settings.Terms);
        var fields = new Dictionary<string, string>
        {
            ["name"] = seller.Name,
            ["street"] = seller.Street,
            ["zip"] = seller.Zip,
            ["city"] = seller.City,
            ["country"] = seller.Country,
            ["contact"] = seller.ContactName,
            ["phone"] = seller.ContactPhone,
            ["mail"] = seller.ContactMail,
            ["tax-number"] = seller.TaxNumber,
            ["vat-id"] = seller.VatId,
            ["own-id"] = seller.OwnId,
            ["register"] = seller.Register,
            ["iban"] = Iban.Spaced(seller.Iban),
            ["bic"] = seller.Bic,
            ["bank"] = seller.Bank,
            ["electronic"] = seller.ElectronicAddress,
            ["days"] = terms.DaysToPay.ToString(CultureInfo.InvariantCulture),
            ["pattern"] = terms.NumberPattern,
            ["reminders"] = string.Join(", ", terms.ReminderDays),
        };
        if (terms.RemindsItself) fields["itself"] = "true";
        return TypedForm.Of(Name, fields);
    }

    public static SellerSettings Read(TypedForm form, IReadOnlyList<TaxRule> rules)
    {
        var seller = new Seller(
            form.Line("name", 120, T["name.missing"]), form.Line("street", 120, T["street.missing"]),
            form.Line("zip", 12, T["zip.missing"]), form.Line("city", 80, T["city.missing"]),
            form.Line("country", 2, T["country.wrong"]).ToUpperInvariant(), form.Line("contact", 120, T["contact.missing"]),
            form.Line("phone", 40, T["phone.wrong"]), form.Address("mail", T["mail.missing"]), form.Line("tax-number", 30),
            Mod97.Compact(form.Line("vat-id", 20)), form.Line("own-id", 60), form.Line("register", 120),
            Mod97.Compact(form.Line("iban", 42, T["iban.wrong"])), Mod97.Compact(form.Line("bic", 14)), form.Line("bank", 80),
            form.Line("electronic", 120));
        Check(form, seller);
        var pattern = form.Line("pattern", 60, T["pattern.wrong"]);
        if (!NumberPattern.IsValid(pattern)) form.Wrong("pattern", T["pattern.wrong"]);
        return new(seller, new(form.Number("days", 1, 365), pattern, Reminders(form), form.Ticked("itself"), rules));
    }

    private static void Check(TypedForm form, Seller seller)
    {
        if (!CountryCode().IsMatch(seller.Country)) form.Wrong("country", T["country.wrong"]);
        // What XRechnung expects of a phone number: at least three digits.
        if (seller.ContactPhone.Count(char.IsAsciiDigit) < 3) form.Wrong("phone", T["phone.wrong"]);
        if (seller is { TaxNumber: "", VatId: "" }) form.Wrong("tax-number", T["tax.missing"]);
        if (seller.VatId.Length > 0 && !VatNumber().IsMatch(seller.VatId)) form.Wrong("vat-id", T["vat-id.wrong"]);
        if (!Iban.IsValid(seller.Iban)) form.Wrong("iban", T["iban.wrong"]);
        if (seller.Bic.Length > 0 && !Iban.IsBic(seller.Bic)) form.Wrong("bic", T["bic.wrong"]);
        var address = seller.ElectronicAddress;
        if (address.Length > 0 && !MailAddress().IsMatch(address) && !LeitwegId.IsValid(address) && !VatNumber().IsMatch(address))
            form.Wrong("electronic", LeitwegId.LooksLike(address) ? T["leitweg.wrong"] : T["electronic.wrong"]);
    }

    private static List<int> Reminders(TypedForm form)
    {
        List<int> days = [];
        foreach (var part in form["reminders"].Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= 365
                && (days.Count == 0 || day > days[^1]))
                days.Add(day);
            else form.Wrong("reminders", T["reminders.wrong"]);
        }

        if (days.Count > 5) form.Wrong("reminders", T["reminders.wrong"]);
        return days;
    }

    [GeneratedRegex("^[A-Z]{2}$")]
    private static partial Regex CountryCode();

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9+*]{2,13}$")]
    private static partial Regex VatNumber();

    [GeneratedRegex(@"^[^@\s.][^@\s]*@[^@\s]+[^@\s.]$")]
    private static partial Regex MailAddress();
}
