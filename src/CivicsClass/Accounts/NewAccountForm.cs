using System.ComponentModel.DataAnnotations;

namespace CivicsClass.Accounts;

/// <summary>What a person fills in to get an account; the rules for the password are <see cref="PasswordRules"/>.</summary>
public sealed class NewAccountForm
{
    [Required(ErrorMessage = NewAccounts.NameWanted), StringLength(80, ErrorMessage = NewAccounts.NameWanted)]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Choose a password.")]
    public string Password { get; set; } = "";
}
