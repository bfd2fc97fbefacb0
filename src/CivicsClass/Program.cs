using CivicsClass.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddData();
builder.Services.AddRazorPages();

var app = builder.Build();
app.MapRazorPages();
app.Run();

/// <summary>The web application, for the tests' host.</summary>
public partial class Program;
