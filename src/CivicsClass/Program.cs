using CivicsClass;
using CivicsClass.Accounts;
using CivicsClass.Controversies;
using CivicsClass.Data;
using CivicsClass.Debates;
using CivicsClass.Guards;
using CivicsClass.Help;
using CivicsClass.Library;
using CivicsClass.Norms;
using CivicsClass.Pages.Live;
using CivicsClass.Polls;
using CivicsClass.Quizzes;
using CivicsClass.Readings;
using CivicsClass.Reflections;
using CivicsClass.Reports;
using CivicsClass.Servers;
using CivicsClass.Sessions;
using CivicsClass.SourceChecks;
using CivicsClass.Watching;

var builder = WebApplication.CreateBuilder(Commands.Settings(args));
builder.WebHost.UseStaticWebAssets();
builder.AddData();
builder.AddGuards();
builder.AddWatching();
builder.AddServers();
builder.AddAccounts();
builder.AddSessions(steps => steps
    .AddNorms()
    .AddReadings()
    .AddQuizzes()
    .AddDebates()
    .AddControversies()
    .AddSourceChecks()
    .AddPolls()
    .AddHelp()
    .AddReflections());
builder.AddLibrary();
builder.AddReports();
builder.Services.AddRazorPages();
builder.Services.AddSingleton<ScriptParts>();

var app = builder.Build();
app.UseGuards();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages();
app.MapSessions();
app.MapLibrary();
app.MapReports();
app.MapWatching();
app.MapHealth();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();

try
{
    if (await Commands.RunAsync(args, app) is { } exitCode)
        return exitCode;
    await app.Services.OpenDatabaseAsync();
}
catch (OperatorException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
await app.Services.PrepareAsync();
await app.RunAsync();
return 0;

/// <summary>The web application, for the tests' host.</summary>
public partial class Program;
