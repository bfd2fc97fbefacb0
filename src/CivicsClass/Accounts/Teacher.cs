using Microsoft.AspNetCore.Identity;

namespace CivicsClass.Accounts;

/// <summary>A member of staff: a teacher or an admin (by role). Students have no account.</summary>
public sealed class Teacher : IdentityUser
{
    /// <summary>How the person is addressed, such as "Ms. Alvarez".</summary>
    public required string DisplayName { get; set; }
    public DateTime JoinedAt { get; init; }
    /// <summary>Kept in Identity's lock-out, which nothing else here uses: wrong passwords are counted by <see cref="SignIns"/>.</summary>
    public bool Disabled => LockoutEnd is not null;
}

public static class Roles
{
    public const string Admin = "Admin";
    public const string Teacher = "Teacher";
}

/// <summary>A link that lets one person create one account. Only the SHA-256 of its token is kept.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }
    public required byte[] TokenHash { get; init; }
    public required string Email { get; init; }
    public required string Role { get; init; }
    public required string InvitedBy { get; init; }
    public DateTime At { get; init; }
    public DateTime ExpiresAt { get; init; }
    /// <summary>Concurrency token: an invitation is accepted once, and not after it was withdrawn.</summary>
    public DateTime? AcceptedAt { get; set; }
}

/// <summary>The one-time link that creates the first admin. Only the SHA-256 of its token is kept.</summary>
public sealed class SetupLink
{
    public int Id { get; init; }
    public required byte[] TokenHash { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
    /// <summary>Concurrency token set by the application: two who race the link cannot both win.</summary>
    public Guid Version { get; set; }
}

/// <summary>A sign-in that its owner ended. The cookie that names it is refused from then on, wherever a copy of it may be.</summary>
public sealed class EndedSignIn
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
}
