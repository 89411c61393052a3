using EventOps.Billing.Payments;
using EventOps.Support;

namespace EventOps.Billing.Tests.Payments;

public class PaymentSpecs() : Specs<PaymentCommand, Payment, PaymentEvent>(Payment.Decider)
{
    private static readonly Guid s_one = Guid.NewGuid(), s_two = Guid.NewGuid();
    private static readonly PaymentTakenIn s_taken = new(Guid.NewGuid(), 300, new(2026, 11, 20), null);
    private static readonly PaymentTakenIn s_doubtful = s_taken with { Twin = Guid.NewGuid() };
    private static readonly PaymentAssigned s_assigned = new([new(s_one, 300)]);

    [Fact]
    public void All_of_a_payment_goes_somewhere()
    {
        Given(s_taken).When(new AssignPayment([new(s_one, 200), new(s_two, 100)]))
            .Then(new PaymentAssigned([new(s_one, 200), new(s_two, 100)]));
        Given(s_taken).When(new AssignPayment([new(s_one, 200)])).ThenRefused(new SharesDoNotFit(300));
        Given(s_taken).When(new AssignPayment([new(s_one, 400), new(s_two, -100)])).ThenRefused(new SharesDoNotFit(300));
        Given(s_taken).When(new AssignPayment([new(s_one, 200), new(s_one, 100)])).ThenRefused(new SharesDoNotFit(300));
        Given(s_taken).When(new AssignPayment([])).ThenRefused(new SharesDoNotFit(300));
    }

    [Fact]
    public void It_is_assigned_once_until_it_is_undone()
    {
        Given(s_taken, s_assigned).When(new AssignPayment([new(s_one, 300)])).ThenNothing();
        Given(s_taken, s_assigned).When(new AssignPayment([new(s_two, 300)])).ThenRefused(new PaymentMovedOn());
        Given(s_taken, s_assigned).When(new FreePayment()).Then(new PaymentFreed());
        Given(s_taken, s_assigned, new PaymentFreed()).When(new AssignPayment([new(s_two, 300)]))
            .Then(new PaymentAssigned([new(s_two, 300)]));
    }

    [Fact]
    public void What_may_be_the_same_waits_for_a_person()
    {
        Given(s_doubtful).When(new AssignPayment([new(s_one, 300)])).ThenRefused(new PaymentMovedOn());
        Given(s_doubtful).When(new KeepTwin()).Then(new TwinKept());
        Given(s_doubtful).When(new DropTwin()).Then(new TwinDropped());
        Given(s_doubtful, new TwinDropped()).When(new FreePayment()).Then(new PaymentFreed());
    }

    [Fact]
    public void It_is_taken_in_once() =>
        Given(s_taken).When(new TakeIn(s_taken.OrganisationId, 300, s_taken.On, null)).ThenNothing();
}
