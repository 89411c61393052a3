using EventOps.EventStore;

namespace EventOps.Marketplace.Exhibitors;

/// <summary>Who may choose a stand where not everybody may.</summary>
internal static class Admitting
{
    public static Decision<ExhibitorEvent> Decide(ExhibitorCommand command, Exhibitor now) => command switch
    {
        Apply c => !now.Confirmed ? new AddressNotConfirmed() : now.Admissions.GetValueOrDefault(c.ZoneId) switch
        {
            Admission.None => new ExhibitorAdmitted(c.ZoneId, Admission.Applied),
            _ => Decision<ExhibitorEvent>.Nothing,
        },
        Admit { Admission: Admission.Approved or Admission.Declined or Admission.Invited } c =>
            now.Admissions.GetValueOrDefault(c.ZoneId) == c.Admission
                ? Decision<ExhibitorEvent>.Nothing : new ExhibitorAdmitted(c.ZoneId, c.Admission),
        _ => Decision<ExhibitorEvent>.Nothing,
    };
}
