using Microsoft.AspNetCore.Identity;

namespace CivicsClass.Accounts;

/// <summary>Length counts, composition does not (NIST SP 800-63B): 12 to 128 characters, not a password that everybody tries first,
/// not the person's own name or e-mail.</summary>
public sealed class PasswordRules : IPasswordValidator<Teacher>
{
    public const int Least = 12;
    public const int Most = 128;

    private static readonly HashSet<string> Commonest = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwort", "contraseña", "letmein", "welcome", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "iloveyou",
        "princess", "sunshine", "football", "baseball", "basketball", "superman", "batman", "trustno", "monkey", "dragon",
        "master", "shadow", "whatever", "starwars", "computer", "internet", "administrator", "admin", "changeme", "secret",
        "teacher", "student", "school", "classroom", "civics", "civicsclass", "correcthorsebatterystaple", "qazwsxedc",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "abcdefghijkl", "abcdefghijklm", "abc", "qwe", "asd", "zaq", "test", "testing", "hello", "google",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<Teacher> manager, Teacher user, string? password) =>
        Task.FromResult(Trouble(password ?? "", user.DisplayName, user.Email) is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = "Password", Description = sentence })
            : IdentityResult.Success);

    /// <returns>What to do instead; null when the password will do.</returns>
    public static string? Trouble(string password, string? name, string? email)
    {
        if (password.Length < Least)
            return $"Use at least {Least} characters. Three or four words in a row are easy to remember.";
        if (password.Length > Most)
            return $"Use at most {Most} characters.";
        if (password.Distinct().Count() < 5 || IsCommon(password))
            return "This is one of the first passwords that people try. Choose another.";
        var own = new[] { email, email?.Split('@')[0], name }.Concat(name?.Split(' ') ?? []);
        var rest = own.Where(w => w?.Length >= 4).OrderByDescending(w => w!.Length)
            .Aggregate(password, (text, word) => text.Replace(word!, "", StringComparison.OrdinalIgnoreCase));
        return rest.Length < password.Length && rest.Length < 8
            ? "This is mostly your own name or e-mail. Choose something that others cannot guess."
            : null;
    }

    /// <summary>A common word, said once or several times, with the usual digits and marks around it.</summary>
    private static bool IsCommon(string password)
    {
        var plain = password.Replace('@', 'a').Replace('0', 'o').Replace('$', 's').Replace('3', 'e').Trim("0123456789!?.-_ *#o".ToCharArray());
        var words = new[] { password, password.Trim("0123456789!?.-_ *#".ToCharArray()), plain };
        return words.Any(w => w.Length == 0 || Commonest.Contains(w) || Enumerable.Range(1, w.Length / 2).Any(n =>
            w.Length % n == 0 && Commonest.Contains(w[..n]) && string.Concat(Enumerable.Repeat(w[..n], w.Length / n)) == w));
    }
}
