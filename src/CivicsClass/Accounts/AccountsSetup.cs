using System.Security.Claims;
using CivicsClass.Data;
using CivicsClass.Guards;
using CivicsClass.Watching;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CivicsClass.Accounts;

public static class AccountsSetup
{
    public static readonly TimeSpan CookieLasts = TimeSpan.FromHours(12);

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Teacher>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CivicsDbContext>()
            .AddSignInManager();
        // Length is PasswordRules' matter; Identity's own rules ask for kinds of characters.
        services.RemoveAll<IPasswordValidator<Teacher>>();
        services.AddScoped<IPasswordValidator<Teacher>, PasswordRules>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<CookieNames>(StaffCookie);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddSingleton<SignInTries>();
        services.AddScoped<SignIns>().AddScoped<NewAccounts>().AddScoped<SetupLinks>().AddScoped<Invitations>().AddScoped<PasswordLinks>().AddScoped<StaffList>();
        services.AddHostedService<SetupLinks.Printer>();
        return builder;
    }

    /// <summary>The user id of the member of staff who is signed in.</summary>
    public static string Id(this ClaimsPrincipal who) => who.FindFirstValue(ClaimTypes.NameIdentifier)!;

    private static void StaffCookie(CookieAuthenticationOptions options, CookieNames names)
    {
        names.Apply(options.Cookie, names.Staff);
        options.ExpireTimeSpan = CookieLasts;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = async context =>
            {
                if (!await context.HttpContext.RequestServices.GetRequiredService<SignIns>().StillHoldsAsync(context.Principal!))
                    context.RejectPrincipal();
            },
            // A page that asks by itself every few seconds keeps nobody signed in.
            OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew &= context.Request.Path != WatchingSetup.FiguresPath;
                return Task.CompletedTask;
            },
            // What is forbidden looks like what is absent.
            OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            },
        };
    }
}
