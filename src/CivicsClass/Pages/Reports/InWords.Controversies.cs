using CivicsClass.Controversies;
using CivicsClass.Reports;

namespace CivicsClass.Pages.Reports;

public static partial class InWords
{
    public static string Consent(Consent consent) => consent switch
    {
        Controversies.Consent.FullyAgree => "fully agree",
        Controversies.Consent.CanSupport => "can support it",
        Controversies.Consent.CanLiveWithIt => "can live with it",
        _ => "cannot live with it",
    };

    public static string Phase(ControversyPhase phase) => phase switch
    {
        ControversyPhase.Prepare => "Reasons for the side that was assigned first",
        ControversyPhase.Reverse => "After changing sides",
        ControversyPhase.Return => "Back on the first side",
        _ => "Reasons",
    };

    public static string Line(Part part) => part switch
    {
        Part.Agreed => "Agreed",
        Part.Open => "Open",
        _ => "Strongest point",
    };

    public static string Status(EntryStatus status) => status switch
    {
        EntryStatus.Held => "still held",
        EntryStatus.Returned => "returned",
        EntryStatus.Removed => "removed by you",
        EntryStatus.Dropped => "dropped by the team",
        _ => "shown",
    };
}
