using EventOps.Barcamp.Barcamps;
using EventOps.Support;

namespace EventOps.Barcamp.Tests;

public class BarcampSpecs() : Specs<BarcampCommand, Barcamps.Barcamp, BarcampEvent>(Barcamps.Barcamp.Decider)
{
    private static readonly Guid s_city = Guid.NewGuid();
    private static readonly BarcampPlanned s_planned = new(s_city, BarcampRules.Usual);

    [Fact]
    public void An_event_has_one_barcamp()
    {
        Given().When(new PlanBarcamp(s_city, BarcampRules.Usual)).Then(s_planned);
        Given(s_planned).When(new PlanBarcamp(s_city, BarcampRules.Usual)).ThenNothing();
        Given().When(new SetRules(BarcampRules.Usual)).ThenRefused(new BarcampNotFound());
    }

    [Fact]
    public void A_second_click_renews_no_second_link()
    {
        Given(s_planned).When(new RenewLink(true, 1)).Then(new LinkRenewed(true));
        Given(s_planned, new LinkRenewed(true)).When(new RenewLink(true, 1)).ThenNothing();
        Given(s_planned, new LinkRenewed(true)).When(new RenewLink(false, 1)).Then(new LinkRenewed(false));
    }
}
