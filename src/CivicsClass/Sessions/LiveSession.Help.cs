using CivicsClass.Help;

namespace CivicsClass.Sessions;

/// <summary>What students ask privately and what the teacher says to them, beside the steps.</summary>
public sealed partial class LiveSession
{
    private HelpDesk? _help;

    public HelpDesk Help => _help ??= new HelpDesk(this);

    private void ApplyHelp(Recorded recorded)
    {
        Help.Apply(recorded);
        if (recorded.Event is IWritten written)
            Written.Add(recorded, HelpDesk.Place, written);
    }
}
