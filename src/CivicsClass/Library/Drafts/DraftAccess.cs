using System.Security.Claims;
using CivicsClass.Accounts;

namespace CivicsClass.Library.Drafts;

public static class DraftAccess
{
    /// <summary>An admin sees every draft, a teacher their own.</summary>
    public static IQueryable<DraftReading> VisibleTo(this IQueryable<DraftReading> drafts, ClaimsPrincipal who)
    {
        var (all, me) = (who.IsInRole(Roles.Admin), who.Id());
        return drafts.Where(d => all || d.AddedBy == me);
    }
}
