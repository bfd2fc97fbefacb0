using CivicsClass.Accounts;
using CivicsClass.Data;
using CivicsClass.Guards;

var builder = WebApplication.CreateBuilder(args);
builder.AddData();
builder.AddGuards();
builder.AddAccounts();
builder.Services.AddRazorPages();

var app = builder.Build();
app.UseGuards();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();

await app.Services.MigrateAsync();
await app.RunAsync();

/// <summary>The web application, for the tests' host.</summary>
public partial class Program;
